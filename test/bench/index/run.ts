import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildIndex } from '@regulars/cli';
import { rankProducts, readRow } from '@regulars/core/rules';
import type { IndexManifest, RowShard } from '@regulars/schema';
import { atMost, type BenchContext, type Row, shown } from '../row.ts';
import { writeBigShop } from './big-shop.ts';

/** Bytes that travel before the first list, and the time of ranking it, for an invented shop of 10,000 products. */
export async function run(context: BenchContext): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-bench-'));
  try {
    const files = { clicks: join(folder, 'clicks.csv'), products: join(folder, 'products.csv') };
    await writeBigShop(context.scaled(10_000), files);
    const out = join(folder, 'index');
    const started = performance.now();
    const { manifest } = await buildIndex({ ...files, out, floor: 1, step: context.log });
    const seconds = (performance.now() - started) / 1000;
    const sizes = new Map<string, number>();
    for (const name of await readdir(out))
      sizes.set(name, brotliCompressSync(await readFile(join(out, name))).length);
    return [
      ...sizeRows(manifest, sizes),
      shown('build', 's', Math.round(seconds)),
      await rankingTime(manifest, out, context),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function sizeRows(manifest: IndexManifest, sizes: ReadonlyMap<string, number>): Row[] {
  const size = (name: string): number => sizes.get(name) ?? 0;
  const largest = (names: readonly string[], count: number): number =>
    names
      .map(size)
      .sort((a, b) => b - a)
      .slice(0, count)
      .reduce((sum, one) => sum + one, 0);
  const rows = largest(manifest.rowShards, 2);
  return [
    atMost('manifest and the two largest row shards', 'B brotli', size('manifest.json') + rows, 35_000),
    atMost(
      'the same with the two largest lookups',
      'B brotli',
      size('manifest.json') + rows + largest(manifest.lookupShards, 2),
      35_000,
    ),
    shown('manifest', 'B brotli', size('manifest.json')),
    shown('largest card shard', 'B brotli', largest(manifest.cardShards, 1)),
    shown('row shards', 'files', manifest.rowShards.length),
    shown('card shards', 'files', manifest.cardShards.length),
    shown(
      'all files',
      'B brotli',
      [...sizes.values()].reduce((sum, one) => sum + one, 0),
    ),
  ];
}

/** 90th percentile of ranking a list of 12 from five products of one department. */
async function rankingTime(manifest: IndexManifest, out: string, context: BenchContext): Promise<Row> {
  const shard = JSON.parse(await readFile(join(out, manifest.rowShards[0] ?? ''), 'utf8')) as RowShard;
  const owners = shard.ids.slice(0, shard.rows.length);
  const rows = new Map(owners.map((id) => [id, readRow(shard, id)?.neighbours ?? []]));
  const none: ReadonlySet<string> = new Set();
  const times = Array.from({ length: 2000 }, (_, turn) => {
    const seen = [1, 5, 9, 13, 17].map((step) => owners[(turn + step) % owners.length] ?? '');
    const before = performance.now();
    rankProducts({
      ...{ seen, row: (id) => rows.get(id) ?? [], parameters: manifest.parameters, revisits: false, max: 12 },
      ...{
        visited: new Set(seen),
        inCart: none,
        bought: none,
        excluded: none,
        shownElsewhere: none,
        soldOut: none,
      },
      ...{ product: () => ({ category: 'a', brand: 'b' }), popularInCategory: [], popular: manifest.popular },
    });
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const p90 = times[Math.floor(times.length * 0.9)] ?? 0;
  return atMost('ranking, 90th percentile', 'ms', Math.round(p90 * 1000) / 1000, context.onThisMachine(0.1));
}
