import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildIndex } from '@regulars/cli';
import type { CardShard, IndexManifest } from '@regulars/schema';
import { tempFolder } from '../../support/temp-folder.ts';
import { atMost, type BenchContext, type Row, shown } from '../row.ts';
import { writeBigShop } from './big-shop.ts';
import { buildCosts } from './build-rows.ts';
import { rankInBrowser } from './rank-in-browser.ts';

/** Bytes before the first list, and what a shop of that size has. */
const shops = [
  { products: 10_000, visitorsPerProduct: 5, limitBytes: 35_000 },
  { products: 100_000, visitorsPerProduct: 1.5, limitBytes: 60_000 },
] as const;

/**
 * Bytes that travel before the first list, time of the build and of ranking in a browser, for invented shops; then what
 * builds cost and how that grows. Parts: `ranking`, `builds`.
 */
export async function run(context: BenchContext): Promise<readonly Row[]> {
  const { part } = context;
  if (part !== undefined && part !== 'ranking' && part !== 'builds')
    throw new Error(`there is no part ${part} of recommend: ranking or builds`);
  const rows: Row[] = [];
  for (const shop of part === 'builds' ? [] : shops) {
    const folder = tempFolder();
    try {
      rows.push(...(await measureShop(shop, folder, context)));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return [...rows, ...(part === 'ranking' ? [] : await buildCosts(context))];
}

async function measureShop(
  shop: (typeof shops)[number],
  folder: string,
  context: BenchContext,
): Promise<readonly Row[]> {
  const products = context.scaled(shop.products);
  const files = { clicks: join(folder, 'clicks.csv'), products: join(folder, 'products.csv') };
  const clicks = await writeBigShop(products, { ...files, visitorsPerProduct: shop.visitorsPerProduct });
  const out = join(folder, 'index');
  const started = performance.now();
  const { manifest } = await buildIndex({ ...files, out, floor: 1, step: context.log });
  const seconds = (performance.now() - started) / 1000;
  const name = `${products.toLocaleString('en')} products`;
  const ranking = await rankRows(name, { out, manifest }, context);
  if (context.part) return ranking;
  return [
    ...(await sizeRows(manifest, out, { name, limitBytes: shop.limitBytes })),
    shown(`${name}: clicks`, 'clicks', clicks),
    shown(`${name}: build`, 's', Math.round(seconds)),
    // Of the whole process, which has also written the export.
    shown(`${name}: peak memory so far`, 'MB', Math.round(process.resourceUsage().maxRSS / 1024)),
    ...ranking,
  ];
}

async function sizeRows(
  manifest: IndexManifest,
  out: string,
  { name, limitBytes }: { readonly name: string; readonly limitBytes: number },
): Promise<Row[]> {
  const sizes = new Map<string, number>();
  for (const file of await readdir(out)) {
    sizes.set(file, brotliCompressSync(await readFile(join(out, file))).length);
  }
  const size = (file: string): number => sizes.get(file) ?? 0;
  const largest = (files: readonly string[], count: number): number =>
    files
      .map(size)
      .sort((a, b) => b - a)
      .slice(0, count)
      .reduce((sum, one) => sum + one, 0);
  const first = size('manifest.json') + largest(manifest.rowShards, 2);
  const unit = 'B brotli';
  return [
    atMost(`${name}: manifest and the two largest row shards`, unit, first, limitBytes),
    atMost(
      `${name}: the same with the two largest lookups`,
      unit,
      first + largest(manifest.lookupShards, 2),
      limitBytes,
    ),
    shown(`${name}: manifest`, unit, size('manifest.json')),
    atMost(`${name}: largest card`, 'B', await largestCard(out, manifest), 1000),
    shown(`${name}: largest card shard`, unit, largest(manifest.cardShards, 1)),
    shown(`${name}: four card shards, the most that a list asks for`, unit, largest(manifest.cardShards, 4)),
    shown(`${name}: row shards`, 'files', manifest.rowShards.length),
    shown(
      `${name}: all files`,
      unit,
      [...sizes.values()].reduce((sum, one) => sum + one, 0),
    ),
  ];
}

async function largestCard(out: string, { cardShards }: IndexManifest): Promise<number> {
  let largest = 0;
  for (const file of cardShards)
    for (const card of JSON.parse(await readFile(join(out, file), 'utf8')) as CardShard)
      largest = Math.max(largest, Buffer.byteLength(JSON.stringify(card)));
  return largest;
}

/** On the largest row shard. */
async function rankRows(
  name: string,
  index: { readonly out: string; readonly manifest: IndexManifest },
  context: BenchContext,
): Promise<Row[]> {
  let shard = '';
  for (const file of index.manifest.rowShards) {
    const text = await readFile(join(index.out, file), 'utf8');
    if (text.length > shard.length) shard = text;
  }
  const found = await rankInBrowser(shard, index.manifest);
  return [
    atMost(`${name}: ranking, 90th percentile`, 'ms', found.plainMs, context.onThisMachine(0.1)),
    atMost(`${name}: ranking at 6x throttle, 90th percentile`, 'ms', found.slowMs, context.onThisMachine(2)),
  ];
}
