import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../support/temp-folder.ts';
import { atMost, type BenchContext, type Row, shown } from '../row.ts';
import { writeBigShop } from './big-shop.ts';

const script = fileURLToPath(new URL('build-once.ts', import.meta.url));

interface Cost {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Builds in a process of its own, whose peak of memory is the build's alone; `null`: it could not. */
function buildOnce(clicks: string, out: string, engine: 'built-in' | 'duckdb'): Promise<Cost | null> {
  return new Promise((resolve) => {
    const args = ['--conditions=source', '--max-old-space-size=6000', script, clicks, out, engine];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('close', (code) =>
      resolve(code === 0 ? (JSON.parse(said.trim().split('\n').at(-1) ?? 'null') as Cost) : null),
    );
  });
}

/** What a build by DuckDB may take of memory however many clicks there are: its own gigabyte, and products and pairs in Node. */
const mostMb = 2500;

const rowsOf = (name: string, cost: Cost | null, context: BenchContext): readonly Row[] => {
  if (cost)
    return [
      shown(`${name}: build`, 's', Math.round(cost.seconds * 10) / 10),
      shown(`${name}: peak memory`, 'MB', Math.round(cost.peakMb)),
    ];
  context.log(`${name}: not built, see above`);
  return [];
};

/** How time and memory grow from one build to one of about ten times the clicks. */
function growth(costs: readonly (Cost & { readonly clicks: number })[]): readonly Row[] {
  const [less, more] = costs;
  if (!less || !more) return [];
  const times = (of: (cost: Cost) => number): number => Math.round((of(more) / of(less)) * 10) / 10;
  const name = `duckdb, ${Math.round(more.clicks / less.clicks)} times the clicks`;
  return [
    shown(
      `${name}: build`,
      'times',
      times(({ seconds }) => seconds),
    ),
    shown(
      `${name}: peak memory`,
      'times',
      times(({ peakMb }) => peakMb),
    ),
    atMost('duckdb, most clicks: peak memory', 'MB', Math.round(more.peakMb), mostMb),
  ];
}

/** Time and memory of a build from 113,601 clicks of bol.com, from a million and from ten million generated ones. */
export async function buildCosts(context: BenchContext): Promise<readonly Row[]> {
  const folder = tempFolder();
  const rows: Row[] = [];
  const measure = async (name: string, clicks: string, engines: readonly ('built-in' | 'duckdb')[]) => {
    let cost: Cost | null = null;
    for (const engine of engines) {
      context.log(`${name}, ${engine}`);
      const out = join(folder, 'index');
      cost = await buildOnce(clicks, out, engine);
      rows.push(...rowsOf(`${name}, ${engine}`, cost, context));
      await rm(out, { recursive: true, force: true });
    }
    return cost;
  };
  const costs: (Cost & { readonly clicks: number })[] = [];
  try {
    const data = process.env.REGULARS_DATA;
    if (data) await measure('113,601 clicks', join(data, 'bol-toy-clicks/train.txt'), ['built-in', 'duckdb']);
    else context.log('113,601 clicks: skipped, REGULARS_DATA names no folder with bol-toy-clicks');
    for (const [visitors, engines] of [
      [222_000, ['built-in', 'duckdb']],
      [2_220_000, ['duckdb']],
    ] as const) {
      const files = { clicks: join(folder, 'clicks.csv'), products: join(folder, 'products.csv') };
      const products = 50_000;
      const count = await writeBigShop(products, {
        ...files,
        visitorsPerProduct: context.scaled(visitors) / products,
      });
      // DuckDB comes last: what it cost is compared.
      const cost = await measure(`${count.toLocaleString('en')} generated clicks`, files.clicks, engines);
      if (cost) costs.push({ ...cost, clicks: count });
    }
    return [...rows, ...growth(costs)];
  } finally {
    await rm(folder, { recursive: true });
  }
}
