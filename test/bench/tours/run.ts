import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Player } from '../../conformance/tours/players/player.ts';
import { regularsPlayer } from '../../conformance/tours/players/regulars.ts';
import { createRival, rivalNames } from '../../conformance/tours/players/rivals.ts';
import { buildCdn, cdnIsFresh } from '../../tools/lib/cdn.mjs';
import { findEngines } from '../../tools/lib/engines.mjs';
import type { Row, Run } from '../row.ts';
import { type CaseResult, playCases } from './cases.ts';
import { type Cost, measureCost } from './cost.ts';
import { pictureName, tally, writeTable } from './table.ts';

const results = fileURLToPath(new URL('../results/', import.meta.url));
const pictures = `${results}tours/`;
const places = ['chromium', 'phone', 'firefox', 'firefox-phone'];

interface Limit {
  readonly limit: number | null;
  readonly required: boolean;
}

/** One line of the table: ours, and each rival by name and version. */
function row(
  what: string,
  unit: string,
  values: ReadonlyMap<Player, number>,
  { limit, required }: Limit,
): Row {
  const all = [...values];
  const ours = all.find(([player]) => player.name === 'regulars')?.[1] ?? Number.NaN;
  const rivals = Object.fromEntries(
    all
      .filter(([{ name }]) => name !== 'regulars')
      .map(([{ name, version }, value]) => [`${name} ${version}`, value]),
  );
  return { what, unit, ours, rivals, limit, required, holds: limit === null || ours <= limit };
}

function caseRows(
  players: readonly Player[],
  cases: readonly CaseResult[],
  engines: readonly string[],
): readonly Row[] {
  return engines.flatMap((place) => {
    // What was not played here has no number.
    const played = players.flatMap((player) => {
      const own = cases.filter((one) => one.library === player.name && one.place === place);
      return own.length > 0 ? [[player, tally(own)] as const] : [];
    });
    const counts = new Map(played);
    if (!played.some(([{ name }]) => name === 'regulars')) return [];
    const pick = (key: 'failed' | 'notApplicable' | 'nearestFailed'): ReadonlyMap<Player, number> =>
      new Map([...counts].map(([player, one]) => [player, one[key]]));
    return [
      row(`scenarios failed, ${place}`, 'of 60', pick('failed'), { limit: 0, required: true }),
      row(`scenarios not applicable, ${place}`, 'of 60', pick('notApplicable'), {
        limit: null,
        required: false,
      }),
      row(`nearest cases of these failed, ${place}`, 'cases', pick('nearestFailed'), {
        limit: 0,
        required: true,
      }),
    ];
  });
}

function costRows(players: readonly Player[], costs: Readonly<Record<string, Cost>>): readonly Row[] {
  const pick = (key: keyof Cost): ReadonlyMap<Player, number> =>
    new Map(players.map((player) => [player, costs[player.name]?.[key] ?? Number.NaN]));
  const shepherd = (key: keyof Cost): number => Math.round((costs.shepherd?.[key] ?? Number.NaN) * 11) / 10;
  const most = (limit: number): Limit => ({ limit, required: true });
  return [
    row('opening the next step, main thread at 4x', 'ms', pick('nextMs'), most(shepherd('nextMs'))),
    row('longest task of it', 'ms', pick('nextLongestMs'), most(50)),
    row('opening the first step, main thread at 4x', 'ms', pick('firstMs'), { limit: null, required: false }),
    row('longest task of it, what is fetched then included', 'ms', pick('firstLongestMs'), most(50)),
    row('frames asked for in two seconds at rest', 'frames', pick('idleFrames'), most(0)),
    row('main thread in two seconds at rest, at 4x', 'ms', pick('idleMs'), { limit: null, required: false }),
  ];
}

/** One picture of a failure is enough: that of the first place where the library fails the scenario. */
function keepOnePicture(cases: readonly CaseResult[]): void {
  const kept = new Set<string>();
  for (const place of places) {
    for (const { library, id, passed } of cases.filter((one) => one.place === place)) {
      const file = pictures + pictureName(library, id, place);
      if (passed || !existsSync(file)) continue;
      if (kept.has(`${library} ${id}`)) rmSync(file);
      kept.add(`${library} ${id}`);
    }
  }
}

/** Plays these and puts them in the place of what was known of them; other results and pictures stay. */
async function play(
  projects: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly CaseResult[]> {
  const file = `${results}tours-cases.json`;
  const isPlayed = (library: string, place: string): boolean => projects.includes(`${library}/${place}`);
  mkdirSync(pictures, { recursive: true });
  for (const name of readdirSync(pictures)) {
    const [, library = '', place = ''] = /^(.+)-T\d\d-(.+)\.jpg$/.exec(name) ?? [];
    if (isPlayed(library, place)) rmSync(pictures + name);
  }
  const old = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly CaseResult[]) : [];
  const played = projects.length > 0 ? await playCases({ projects, pictures, env }) : [];
  const cases = [...old.filter(({ library, place }) => !isPlayed(library, place)), ...played];
  keepOnePicture(cases);
  writeFileSync(file, `${JSON.stringify(cases, null, 1)}\n`);
  return cases;
}

/**
 * Sixty scenarios and the cost of a step, ours against five libraries from their published packages. `TOURS_ONLY` names
 * some of them (`shepherd/phone,regulars`); the rest stays as it was played before.
 */
export const run: Run = async ({ rivals, scaled, log }) => {
  rivals();
  if (!process.env.TOURS_SDK && !cdnIsFresh() && !(await buildCdn({ quiet: true })))
    throw new Error('the SDK could not be built');
  const players = [regularsPlayer(), ...(await Promise.all(rivalNames.map(createRival)))];
  const engines = findEngines();
  const here = places.filter((place) => engines.firefox !== undefined || !place.startsWith('firefox'));
  const only = process.env.TOURS_ONLY?.split(',');
  const projects = players.flatMap(({ name }) => here.map((place) => `${name}/${place}`));
  const cases = await play(
    projects.filter((project) => !only || only.some((one) => project.startsWith(one))),
    { CHROMIUM: engines.chromium, FIREFOX: engines.firefox },
  );
  const libraries = players.map(({ name, version }) => ({ name, version }));
  writeFileSync(`${results}tours.md`, `${writeTable({ cases, libraries, pictures })}\n`);
  log('wrote test/bench/results/tours.md');
  const costs = await measureCost(players, scaled(7));
  return [...caseRows(players, cases, here), ...costRows(players, costs)];
};
