import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Product } from '@regulars/schema';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { readTable } from '../read/read-table.ts';
import { buildIndex } from './build-index.ts';

/** Folder of the demo catalogue of Vendure (MIT), in the folder that REGULARS_DATA names. */
const data = process.env.REGULARS_DATA;

test('the catalogue of a real shop system becomes cards; what it calls a variant is named as never shown', async (context) => {
  if (!data) return context.skip('data absent');
  const products = join(data, 'vendure-demo-catalog/products.csv');
  const table = await readTable(products);
  const [sku, name] = ['sku', 'name'].map((one) => table.header.indexOf(one));
  const rows: (readonly string[])[] = [];
  for await (const row of table.rows()) rows.push(row);
  const ids = rows.map((row) => row[sku ?? 0] ?? '').filter((id) => id !== '');
  const folder = tempFolder();
  const clicks = join(folder, 'clicks.csv');
  const looks = ids.flatMap((id, at) =>
    [0, 1, 2].map((visitor) => `v${visitor},${id},${1_700_000_000 + at}`),
  );
  await writeFile(clicks, ['visitor,product,time', ...looks].join('\n'));
  const out = join(folder, 'index');
  const result = await buildIndex({ clicks, products, out, builtAt: 0, currency: 'USD' });
  assert.match(
    result.guesses[0] ?? '',
    /product ← sku, title ← name, url ← slug, image ← assets, price ← price/,
  );
  const first = new Map(rows.map((row) => [row[sku ?? 0] ?? '', row] as const).toReversed());
  const bare = [...first].filter(([id, row]) => id !== '' && (row[name ?? 0] ?? '') === '');
  const untitled = result.dropped.find(({ reason }) => reason.startsWith('product without a title'));
  assert.ok(bare.length > 10);
  assert.equal(untitled?.count, bare.length);
  const cards = new Map<string, Product>();
  for (const file of result.manifest.cardShards)
    for (const card of JSON.parse(await readFile(join(out, file), 'utf8')) as Product[])
      cards.set(card.id, card);
  assert.equal(cards.size, new Set(ids).size);
  const laptop = cards.get('L2201308');
  assert.deepEqual(
    [laptop?.title, laptop?.url, laptop?.image?.src, laptop?.price],
    ['Laptop', 'laptop', 'derick-david-409858-unsplash.jpg', { value: 129_900, currency: 'USD' }],
  );
});
