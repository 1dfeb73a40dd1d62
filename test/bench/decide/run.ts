import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type Page } from 'puppeteer-core';
import { findEngines } from '../../tools/lib/engines.mjs';
import { atMost, exactly, type Row, type Run } from '../row.ts';
import { median } from '../statistics.ts';

interface Side {
  readonly matches: readonly string[];
  readonly ms: readonly number[];
}

const rounded = (ms: number): number => Math.round(ms * 10_000) / 10_000;

async function bundled(rivals: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    nodePaths: [join(rivals, 'node_modules')],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

const compare = (page: Page, count: number, runs: number): Promise<{ ours: Side; theirs: Side }> =>
  page.evaluate(
    (many, times) =>
      (
        globalThis as unknown as { compare(count: number, runs: number): { ours: Side; theirs: Side } }
      ).compare(many, times),
    count,
    runs,
  );

/** 200 campaigns with audiences of ten nodes in one pass, trace included, against GrowthBook on the same rules. */
export const run: Run = async (context) => {
  const rivals = context.rivals();
  const file = join(rivals, 'node_modules/@growthbook/growthbook/package.json');
  const name = `@growthbook/growthbook ${JSON.parse(readFileSync(file, 'utf8')).version}`;
  const code = await bundled(rivals);
  const browser = await puppeteer.launch({
    executablePath: findEngines().chromium ?? '',
    // A busy machine at a sixth of its speed takes its time.
    protocolTimeout: 0,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const rows: Row[] = [];
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    const medians = new Map<string, number>();
    for (const slower of [1, 6]) {
      await page.emulateCPUThrottling(slower);
      for (const count of [200, 1000]) {
        const { ours, theirs } = await compare(page, count, context.scaled(15));
        const [we, they] = [median(ours.ms), median(theirs.ms)];
        medians.set(`${count} at ${slower}x`, we);
        const differ = ours.matches.filter((id, at) => theirs.matches[at] !== id).length;
        const what = `${count} campaigns in one pass at ${slower}x`;
        context.log(
          `${what}: ours ${rounded(we)} ms, ${name} ${rounded(they)} ms, ${ours.matches.length} match`,
        );
        rows.push(
          exactly(
            `${what}: outcomes that differ`,
            'campaigns',
            differ + Math.abs(ours.matches.length - theirs.matches.length),
            0,
          ),
        );
        rows.push({
          ...atMost(what, 'ms', rounded(we), rounded(they)),
          rivals: { [name]: rounded(they) },
          required: count === 200,
        });
      }
    }
    const [few = 0, many = 0] = [medians.get('200 at 1x'), medians.get('1000 at 1x')];
    rows.push(atMost('200 campaigns, median at 1x', 'ms', rounded(few), rounded(context.onThisMachine(1))));
    rows.push(atMost('1,000 campaigns, as a multiple of 200', 'times', rounded(many / few), 6));
  } finally {
    await browser.close();
  }
  return rows;
};
