import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRow } from '@regulars/core/rules';
import type { ListShard, Product, RowShard } from '@regulars/schema';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { readTable } from '../read/read-table.ts';
import { buildIndex } from './build-index.ts';
import { makeLists } from './make-lists.ts';
import type { Session } from './session.ts';
import { sessionsOf } from './sessions.ts';

const day = 86_400_000;
const end = 100 * day;
const look = (visitor: string, ageDays: number, ...products: string[]): Session => {
  const start = end - ageDays * day;
  return { visitor, start, ordered: true, products, times: products.map(() => start) };
};
const order = (customer: string, ageDays: number, ...products: string[]): Session => ({
  ...look(`customer ${customer}`, ageDays, ...products),
  ordered: false,
});
const eur = (value: number) => ({ value, currency: 'EUR' });
const products = new Map<string, Product>(
  [
    { id: 'steady' },
    { id: 'rising' },
    { id: 'few' },
    { id: 'sale', price: eur(700), oldPrice: eur(1000) },
    { id: 'deal', price: eur(500), oldPrice: eur(1000) },
    { id: 'last', flags: ['last-pieces'] },
    { id: 'gone', price: eur(1), oldPrice: eur(9), inStock: false },
  ].map((product) => [product.id, product]),
);

test('trending is what is looked at more than before, by enough visitors', async () => {
  const sessions = [
    ...Array.from({ length: 8 }, (_, place) => look(`a${place}`, 2, 'steady')),
    ...Array.from({ length: 32 }, (_, place) => look(`b${place}`, 20, 'steady')),
    ...Array.from({ length: 6 }, (_, place) => look(`c${place}`, 2, 'rising')),
    ...Array.from({ length: 2 }, (_, place) => look(`d${place}`, 2, 'few')),
  ];
  const found = await makeLists({ sessions: sessionsOf(sessions), products, floor: 3, end });
  assert.deepEqual(found?.lists.trending, ['rising']);
  assert.deepEqual(found?.lists['price-drop'], ['deal', 'sale']);
  assert.deepEqual(found?.lists['last-chance'], ['last']);
});

test('new is what appeared within two weeks of a longer export, and what the shop calls new', async () => {
  const sessions = [
    look('z', 60, 'steady'),
    ...['a', 'b', 'c'].flatMap((visitor) => [look(visitor, 5, 'rising'), look(visitor, 30, 'steady')]),
    look('a', 3, 'few'),
  ];
  const flagged = new Map([...products, ['flag', { id: 'flag', flags: ['new'] }]]);
  assert.deepEqual(
    (await makeLists({ sessions: sessionsOf(sessions), products: flagged, floor: 3, end }))?.lists.new,
    ['flag', 'rising'],
  );
});

test('a rhythm is the median gap of customers who bought again, at least as many as the floor', async () => {
  const sessions = ['a', 'b', 'c'].flatMap((one, place) => [
    order(one, 90, 'tea'),
    order(one, 60 - place, 'tea'),
  ]);
  const lonely = [order('a', 80, 'lamp'), order('a', 20, 'lamp')];
  assert.deepEqual(
    (await makeLists({ sessions: sessionsOf([...sessions, ...lonely]), products, floor: 3, end }))
      ?.replenishDays,
    {
      tea: 31,
    },
  );
});

test('R27 a product launched today leads to products of its kind', async () => {
  const folder = tempFolder();
  const names = ['blue enamel jug', 'blue enamel cup', 'blue enamel bowl', 'oak shelf', 'oak stool'];
  const rows = names.map((name, place) =>
    JSON.stringify({ id: `p${place}`, title: name, category: name.split(' ')[0] }),
  );
  await writeFile(join(folder, 'products.jsonl'), rows.join('\n'));
  const clicks = ['visitor,product,time'];
  for (let visitor = 0; visitor < 9; visitor += 1)
    clicks.push(
      `v${visitor},p3,2026-01-01T0${visitor}:00:00Z`,
      `v${visitor},p4,2026-01-01T0${visitor}:05:00Z`,
    );
  await writeFile(join(folder, 'clicks.csv'), clicks.join('\n'));
  const out = join(folder, 'index');
  const files = { clicks: join(folder, 'clicks.csv'), products: join(folder, 'products.jsonl') };
  const { manifest } = await buildIndex({ ...files, out, builtAt: 0 });
  const shards = await Promise.all(
    manifest.rowShards.map(async (file) => JSON.parse(await readFile(join(out, file), 'utf8')) as RowShard),
  );
  const row = shards.map((shard) => readRow(shard, 'p0')).find((one) => one !== null);
  assert.deepEqual(row?.neighbours, []);
  assert.deepEqual(row?.content.map(([id]) => id).sort(), ['p1', 'p2']);
});

test('a Merchant feed and JSON lines are tables like any other', async () => {
  const folder = tempFolder();
  const item = (id: string, title: string) =>
    `<item><g:id>${id}</g:id><title>${title}</title><link>https://shop.example/${id}</link><g:price>12.50 EUR</g:price></item>`;
  const feed = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${item('a', 'Cup &amp; saucer')}${item('b', '<![CDATA[Jug <blue>]]>')}</channel></rss>`;
  await writeFile(join(folder, 'feed.xml'), feed);
  const table = await readTable(join(folder, 'feed.xml'));
  assert.deepEqual(table.header, ['id', 'title', 'link', 'price']);
  assert.deepEqual(table.sample, [
    ['a', 'Cup & saucer', 'https://shop.example/a', '12.50 EUR'],
    ['b', 'Jug <blue>', 'https://shop.example/b', '12.50 EUR'],
  ]);
  await writeFile(
    join(folder, 'clicks.jsonl'),
    '{"visitor":{"id":7},"product":"a","t":1}\nbroken\n{"product":"b","t":2}\n',
  );
  const lines = await readTable(join(folder, 'clicks.jsonl'));
  assert.deepEqual(lines.header, ['visitor.id', 'product', 't']);
  assert.deepEqual(lines.sample, [
    ['7', 'a', '1'],
    ['', 'b', '2'],
  ]);
});

test('lists are a file of their own, and bought-again products are marked', async () => {
  const folder = tempFolder();
  const orders = ['order,customer,product,time,quantity'];
  for (const customer of [1, 2, 3, 4]) {
    orders.push(
      `o${customer},${customer},tea,2026-01-0${customer},1`,
      `p${customer},${customer},tea,2026-02-0${customer},1`,
    );
  }
  await writeFile(join(folder, 'orders.csv'), orders.join('\n'));
  await writeFile(join(folder, 'products.csv'), 'id,title,price,old_price,currency\ntea,Tea,4,5,EUR\n');
  const out = join(folder, 'index');
  const files = { orders: join(folder, 'orders.csv'), products: join(folder, 'products.csv') };
  const { manifest } = await buildIndex({ ...files, out, builtAt: 0 });
  const lists = JSON.parse(await readFile(join(out, manifest.lists ?? ''), 'utf8')) as ListShard;
  assert.deepEqual(lists.replenishDays, { tea: 31 });
  assert.deepEqual(lists.lists['price-drop'], ['tea']);
  const cards = JSON.parse(await readFile(join(out, manifest.cardShards[0] ?? ''), 'utf8')) as Product[];
  assert.deepEqual(cards[0]?.flags, ['consumable']);
});
