import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rankProducts, readRow, rowShardOf } from '@regulars/core/rules';
import { type CardShard, type IndexManifest, indexManifest, type RowShard } from '@regulars/schema';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { sumRows } from '../../../../test/vectors/reference/sum-rows.ts';
import { ourLists } from '../evaluate/our-lists.ts';
import { buildIndex } from './build-index.ts';

async function write(name: string, content: string | Buffer): Promise<string> {
  const path = join(tempFolder(), name);
  await writeFile(path, content);
  return path;
}

async function readAll(out: string): Promise<Map<string, string>> {
  const names = (await readdir(out)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(out, name), 'utf8')] as const)),
  );
}

async function readIndex(out: string) {
  const read = async <T>(file: string): Promise<T> =>
    JSON.parse(await readFile(join(out, file), 'utf8')) as T;
  const manifest: IndexManifest = indexManifest.parse(await read('manifest.json'));
  const rows = await Promise.all(manifest.rowShards.map((file) => read<RowShard>(file)));
  const cards = await Promise.all(manifest.cardShards.map((file) => read<CardShard>(file)));
  return {
    manifest,
    rows,
    cards,
    row: (id: string) => rows.map((shard) => readRow(shard, id)).find((row) => row),
  };
}

/** Five visitors look at tea then cup; two look at tea then lamp; nobody else looks at lamp. */
function teaClicks(): string {
  const visits = [1, 2, 3, 4, 5].flatMap((visitor) => [
    `v${visitor};tea;2026-01-01 10:0${visitor}`,
    `v${visitor};cup;2026-01-01 10:1${visitor}`,
  ]);
  const rare = [6, 7].flatMap((visitor) => [
    `v${visitor};tea;2026-01-02 10:00`,
    `v${visitor};lamp;2026-01-02 10:05`,
  ]);
  return ['visitor_id;product_id;time', ...visits, ...rare].join('\n');
}

test('a small export becomes an index whose rows lead from what was seen to what came next', async () => {
  const out = tempFolder();
  await buildIndex({ clicks: await write('clicks.csv', teaClicks()), out, builtAt: 0 });
  const { manifest, row } = await readIndex(out);
  assert.deepEqual(
    row('tea')?.neighbours.map(([id]) => id),
    ['cup'],
  );
  assert.equal(manifest.parameters.visitor, 'visitor');
  assert.equal(manifest.parameters.floor, 3);
  assert.deepEqual(manifest.popular, ['tea', 'cup']);
});

test('R44 what fewer visitors than the floor stand behind is in no file', async () => {
  const out = tempFolder();
  const clicks = await write('clicks.csv', teaClicks());
  await buildIndex({ clicks, out, builtAt: 0 });
  const files = await readAll(out);
  assert.deepEqual(
    [...files].filter(([, text]) => text.includes('lamp')).map(([name]) => name),
    [],
  );
  const low = tempFolder();
  await buildIndex({ clicks, out: low, floor: 2, builtAt: 0 });
  assert.deepEqual(
    (await readIndex(low)).row('lamp')?.neighbours.map(([id]) => id),
    ['tea', 'cup'],
  );
});

test('a pair of one visitor counts once for the floor, however often it comes back', async () => {
  const looks = [1, 2, 3, 4].flatMap((day) => [`v1,a,2026-01-0${day}T10:00Z`, `v1,b,2026-01-0${day}T10:01Z`]);
  const clicks = await write('clicks.csv', ['visitor,product,time', ...looks].join('\n'));
  const out = tempFolder();
  await buildIndex({ clicks, out, floor: 2, builtAt: 0 });
  assert.deepEqual((await readIndex(out)).manifest.popular, []);
});

test('R26 what a device reads after five products is the list that the build itself worked out', async () => {
  const products = Array.from({ length: 60 }, (_, at) => `p${at}`);
  const clicks = Array.from({ length: 600 }, (_, visitor) =>
    [0, 1, 3, 7, 12, 20].map((step, place) => {
      const id = products[(visitor * 13 + step * (1 + (visitor % 3))) % 60];
      return `v${visitor};${id};2026-01-${String(1 + (visitor % 20)).padStart(2, '0')} 10:0${place}`;
    }),
  ).flat();
  const path = await write('clicks.csv', ['visitor_id;product_id;time', ...clicks].join('\n'));
  const out = tempFolder();
  await buildIndex({ clicks: path, out, builtAt: 0, floor: 1 });
  const { manifest, row, rows } = await readIndex(out);
  const none = new Set<string>();
  for (let turn = 0; turn < 40; turn += 1) {
    const seen = [0, 5, 11, 17, 23].map((step) => products[(turn + step) % 60] ?? '');
    const { list } = rankProducts({
      ...{ seen, parameters: manifest.parameters, revisits: false, max: 60, diversity: 0 },
      ...{
        visited: new Set(seen),
        inCart: none,
        bought: none,
        excluded: none,
        shownElsewhere: none,
        soldOut: none,
      },
      ...{ popular: [], popularInCategory: [], product: () => ({}) },
      row: (id) => row(id)?.neighbours ?? [],
    });
    const device = list.filter(({ source }) => source === 'index').map(({ id }) => id);
    const byId = new Map(
      rows
        .flatMap((shard) => shard.ids.slice(0, shard.rows.length))
        .map((id) => [id, row(id)?.neighbours ?? []]),
    );
    const built = ourLists(
      '',
      { rows: byId, content: new Map(), popular: [], tried: 0, parameters: manifest.parameters },
      false,
    );
    assert.deepEqual(
      device.slice(0, 20),
      built
        .list(seen, new Set(seen))
        .map(({ id }) => id)
        .slice(0, 20),
    );
    const voters = seen.slice(0, manifest.parameters.recent);
    for (const shard of rows.length === 1 ? rows : [])
      assert.deepEqual(
        device,
        sumRows(shard, voters, manifest.parameters.decay).filter((id) => !seen.includes(id)),
      );
  }
});

test('R41 two builds of the same export are the same bytes, and a changed product leaves the other files their names', async () => {
  const clicks = await write('clicks.csv', teaClicks());
  const list = (price: string): string =>
    ['id,title,price,category', `tea,Tea,3.50,drinks`, `cup,Cup,${price},ware`].join('\n');
  const [one, two, three] = [tempFolder(), tempFolder(), tempFolder()];
  const products = await write('products.csv', list('9.00'));
  await buildIndex({ clicks, products, out: one, currency: 'EUR', builtAt: 0 });
  await buildIndex({ clicks, products, out: two, currency: 'EUR', builtAt: 0 });
  assert.deepEqual(await readAll(one), await readAll(two));
  await buildIndex({
    clicks,
    products: await write('products.csv', list('8.00')),
    out: three,
    currency: 'EUR',
    builtAt: 0,
  });
  const [before, after] = [await readIndex(one), await readIndex(three)];
  assert.deepEqual(before.manifest.rowShards, after.manifest.rowShards);
  assert.notDeepEqual(before.manifest.cardShards, after.manifest.cardShards);
});

test('every product is found through its category, and through the lookup without it', async () => {
  const ids = Array.from({ length: 400 }, (_, place) => `p-${place}`);
  const category = (place: number): string => `c${place % 3}`;
  const products = [
    'id,title,category',
    ...ids.map((id, place) => `${id},Product ${place},${category(place)}`),
  ].join('\n');
  const looks = ids.flatMap((id, place) =>
    [1, 2, 3].flatMap((visitor) => [
      `v${place}-${visitor},${id},2026-01-01T10:00Z`,
      `v${place}-${visitor},${ids[(place + 3) % 400]},2026-01-01T10:01Z`,
    ]),
  );
  const clicks = await write('clicks.csv', ['visitor,product,time', ...looks].join('\n'));
  const out = tempFolder();
  await buildIndex({ clicks, products: await write('products.csv', products), out, builtAt: 0 });
  const { manifest, rows, cards } = await readIndex(out);
  const lookup = new Map<string, string>();
  for (const file of manifest.lookupShards) {
    for (const [id, name] of Object.entries(
      JSON.parse(await readFile(join(out, file), 'utf8')) as Record<string, string>,
    ))
      lookup.set(id, name);
  }
  for (const [place, id] of ids.entries()) {
    assert.equal(lookup.get(id), category(place));
    const row = readRow(
      rows[rowShardOf(manifest, id, category(place)) ?? -1] ?? { ids: [], cards: [], rows: [] },
      id,
    );
    assert.ok(row && row.neighbours.length > 0, id);
    assert.ok(
      cards[row.card]?.some((card) => card.id === id),
      `card of ${id}`,
    );
    for (const [neighbour] of row.neighbours) {
      assert.ok(
        cards[row.cards.get(neighbour) ?? -1]?.some((card) => card.id === neighbour),
        `card of ${neighbour}`,
      );
    }
  }
});

test('R42 a dirty order export is cleaned, and each thing left out is named', async () => {
  const lines = ['536365', '536366', '536367'].flatMap((order) => [
    `${order},MUG,6,01/12/2010 08:26,"2,55",1000${order.at(-1)}`,
    `${order},JAR,6,01/12/2010 08:26,"3,39",1000${order.at(-1)}`,
  ]);
  const dirt = [
    lines[0],
    'C536379,MUG,-1,01/12/2010 09:41,"2,55",14527',
    '536380,MUG,-2,01/12/2010 09:41,"2,55",14527',
    '536381,POST,1,01/12/2010 09:41,"18,00",14527',
    '536382,GLASS,1,01/12/2010 09:41,"0,00",14527',
    '536383,GLASS,1,sometime,"1,00",14527',
    ',GLASS,1,01/12/2010 09:41,"1,00",14527',
  ];
  const csv = [
    '\ufeffInvoice,StockCode,Quantity,InvoiceDate,Price,Customer ID',
    ...lines,
    ...dirt,
    '536390,MUG,1,31/12/2010 10:00,"2,55",1',
    // The same shop's till writes dates in its own ways.
    '536391,MUG,1,2010-12-30T10:00:00Z,"2,55",2',
    '536391,JAR,1,30.12.2010 10:00,"3,39",2',
    `536392,MUG,1,${Date.UTC(2010, 11, 29) / 1000},"2,55",3`,
    '536393,JAR "large" 3",1,29/12/2010 10:00,"2,55",3',
    '536394,"JAR" large,1,29/12/2010 10:00,"2,55",3',
  ];
  const out = tempFolder();
  const result = await buildIndex({
    orders: await write('orders.csv.gz', gzipSync(csv.join('\r\n'))),
    out,
    builtAt: 0,
  });
  assert.deepEqual(Object.fromEntries(result.dropped.map(({ reason, count }) => [reason, count])), {
    'the same line twice': 1,
    'cancelled order': 1,
    'returned (quantity not above 0)': 1,
    'a code that is no product': 1,
    'price not above 0': 1,
    'time not understood': 1,
    'no order number': 1,
    'a line that cannot be read': 1,
  });
  const { manifest, row } = await readIndex(out);
  assert.deepEqual(
    row('MUG')?.neighbours.map(([id]) => id),
    ['JAR'],
  );
  assert.equal(manifest.parameters.visitor, 'customer');
  assert.match(await readFile(join(out, 'report.md'), 'utf8'), /31.*2010|2010-12-31/);
});

test('what nobody can be shown, and why nothing is left, are said', async () => {
  const clicks = await write('few.csv', 'visitor,product,time\nv1,p1,1700000000\nv1,p2,1700000009');
  const products = await write('bare.csv', 'id,title,price\np1,Jar,1\np2,,2');
  const result = await buildIndex({ clicks, products, out: tempFolder(), floor: 1, builtAt: 0 });
  assert.deepEqual(result.dropped, [
    { reason: 'product without a title: ranked, but never shown', count: 1, examples: ['p2'] },
  ]);
  const soon = await write('soon.csv', 'visitor,product,time\nv1,p1,soon\nv1,p2,later');
  await assert.rejects(
    buildIndex({ clicks: soon, out: tempFolder() }),
    /Nothing is left.*Left out: 2 × time not understood \(soon\)/,
  );
  await assert.rejects(buildIndex({ clicks: 'nope.csv', out: tempFolder() }), /nope\.csv/);
});

test('the report says that people of two exports are not joined', async () => {
  const clicks = await write('both-clicks.csv', 'visitor,product,time\nv1,p1,1700000000\nv1,p2,1700000009');
  const orders = await write('both-orders.csv', 'order,product,time\n1,p1,1700000000\n1,p2,1700000000');
  const report = async (files: { readonly clicks?: string; readonly orders?: string }): Promise<string> => {
    const out = tempFolder();
    await buildIndex({ ...files, out, floor: 1, builtAt: 0 });
    return await readFile(join(out, 'report.md'), 'utf8');
  };
  assert.match(await report({ clicks, orders }), /in both exports under different ids counts as two/);
  assert.doesNotMatch(await report({ clicks }), /both exports/);
});

test('columns are found by their names in other languages', async () => {
  const lines = [
    'Bestellnummer;Kundennummer;Artikelnummer;Menge;Preis;Bestelldatum',
    '7;1;Becher;2;3,50;01.02.2026',
  ];
  const orders = await write('bestellungen.csv', [...lines, '7;1;Kanne;1;9,90;01.02.2026'].join('\n'));
  const result = await buildIndex({ orders, out: tempFolder(), floor: 1, builtAt: 0 });
  assert.match(result.guesses[0] ?? '', /order ← Bestellnummer, product ← Artikelnummer, quantity ← Menge/);
  assert.deepEqual(result.dropped, []);
});

test('the time of the build comes from SOURCE_DATE_EPOCH where it is set, and the shop is named', async () => {
  const clicks = await write('epoch.csv', 'visitor,product,time\nv1,p1,1700000000\nv1,p2,1700000009');
  const before = process.env.SOURCE_DATE_EPOCH;
  process.env.SOURCE_DATE_EPOCH = '1700000000';
  try {
    const out = tempFolder();
    const { manifest } = await buildIndex({ clicks, out, floor: 1, shop: 'mugs-bg' });
    assert.equal(manifest.builtAt, 1_700_000_000_000);
    assert.equal((await readIndex(out)).manifest.shop, 'mugs-bg');
  } finally {
    if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = before;
  }
});

test('the command prints its guess, takes another column, and says what is missing', async () => {
  const clicks = await write('clicks.csv', teaClicks().replace('product_id', 'what'));
  const out = tempFolder();
  const lost = await callCli('build-index', '--clicks', clicks, '--out', out);
  assert.equal(lost.code, 1);
  assert.match(lost.err, /no column for product among visitor_id, what, time; name it with --product-col/);
  const found = await callCli('build-index', '--clicks', clicks, '--product-col', 'what', '--out', out);
  assert.equal(found.code, 0);
  assert.match(found.out, /visitor ← visitor_id, product ← what, time ← time/);
  const slip = await callCli('build-index', '--clicks', clicks, '--product-col', 'waht', '--out', out);
  assert.match(slip.err, /--product-col: no file has a column waht; there are visitor_id, what, time/);
  assert.equal((await callCli('build-index', '--clicks', clicks, '--floor', '0', '--out', out)).code, 2);
});

test('a product list in other ids is refused with both ids named', async () => {
  const clicks = await write('clicks.csv', teaClicks());
  const products = await write('products.csv', 'id,title\n17,Tea');
  await assert.rejects(buildIndex({ clicks, products, out: tempFolder() }), /they say tea, it says 17/);
});

test('rows that a database counted become the index; the clicks beside them give best sellers', async () => {
  const rows = await write('rows.csv', 'product,other,weight\ntea,lamp,0.64\ntea,cup,0.36\ncup,tea,1');
  const out = tempFolder();
  await buildIndex({ clicks: await write('clicks.csv', teaClicks()), rows, out, builtAt: 0 });
  const { manifest, row } = await readIndex(out);
  assert.deepEqual(row('tea')?.neighbours, [
    ['lamp', 204],
    ['cup', 153],
  ]);
  assert.deepEqual(manifest.popular, ['tea', 'cup']);
  assert.equal(manifest.accuracy, undefined);
  const wrong = await write('wrong.csv', 'a,b\n1,2');
  await assert.rejects(
    buildIndex({ clicks: await write('clicks.csv', teaClicks()), rows: wrong, out, builtAt: 0 }),
    /rows need the columns product, other, weight; there are a, b/,
  );
});
