import { packAll } from '../../architecture/support/packed.ts';
import { step } from '../../tools/lib/run.mjs';
import { type App, apps, buildIndex, prepare } from './apps.ts';
import { checkWith } from './outside-lockfile.ts';
import { serve } from './serve.ts';
import { type Findings, navigations, visitApp } from './visit.ts';

/** What is wrong with what an app showed, in sentences. */
function faults(name: string, found: Findings, starts: number): string[] {
  return [
    ...found.errors.map((text) => `${name}: the console says ${text}`),
    ...found.problems.map((code) => `${name}: the SDK reports ${code}`),
    ...(found.firstViews === starts ? [] : [`${name}: ${found.firstViews} first page views, not ${starts}`]),
    ...(found.furtherViews === navigations
      ? []
      : [`${name}: ${found.furtherViews} page views of ${navigations} navigations`]),
    ...(found.cards > 0 ? [] : [`${name}: no card in the slot`]),
    ...(found.listenersLeft === 0 ? [] : [`${name}: ${found.listenersLeft} listeners left after stop()`]),
  ];
}

async function check(app: App, script: 'start' | 'dev', folder: string): Promise<string[]> {
  const served = await serve(folder, script);
  try {
    // StrictMode starts, stops and starts again: both starts see the page.
    const starts = script === 'dev' && app.strictDevelopment ? 2 : 1;
    return faults(`${app.name} (${script})`, await visitApp(served.url), starts);
  } finally {
    await served.stop();
  }
}

async function checkApp(app: App, tarballs: ReadonlyMap<string, string>, index: string): Promise<string[]> {
  const folder = await prepare(app, tarballs, index);
  const production = await check(app, 'start', folder);
  return app.strictDevelopment ? [...production, ...(await check(app, 'dev', folder))] : production;
}

/** Runs one app or all; prints what is wrong and the counts; resolves with the exit code. */
export async function main(only: string | undefined): Promise<number> {
  if (only === 'duckdb' || only === 'clickhouse') return await checkWith(only);
  const chosen = apps.filter((app) => only === undefined || app.name === only);
  if (chosen.length === 0) {
    console.error(
      `There is no integration ${only}: choose one of ${apps.map((app) => app.name).join(', ')}, duckdb, clickhouse.`,
    );
    return 1;
  }
  const tarballs = packAll();
  const index = await buildIndex();
  let failed = 0;
  for (const app of chosen) {
    const wrong = await step(app.name, () =>
      checkApp(app, new Map(tarballs), index).catch((error: unknown) => [`${app.name}: ${String(error)}`]),
    );
    for (const line of wrong) console.log(line);
    if (wrong.length > 0) failed++;
  }
  if (only === undefined && (await checkWith('duckdb')) !== 0) failed++;
  const all = chosen.length + (only === undefined ? 1 : 0);
  console.log(`\nintegrations: ${all - failed} passed, ${failed} failed, 0 skipped`);
  return failed > 0 ? 1 : 0;
}
