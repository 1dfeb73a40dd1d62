import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { columnNames, type Role } from './column-names-table.ts';
import { guessColumns } from './guess-columns.ts';
import { readTable } from './read-table.ts';
import { clickRoles, orderRoles } from './read-visits.ts';

const guess = (header: readonly string[], roles: readonly Role[]): Record<string, string> => {
  const table = { file: '', header, sample: [], rows: async function* () {} };
  return Object.fromEntries(
    Object.entries(guessColumns(table, { roles, overrides: {} })).map(([role, found]) => [role, found.name]),
  );
};

test('of two ids inside objects one is the visitor’s and one the product’s', async () => {
  const file = join(tempFolder(), 'clicks.jsonl');
  const look = {
    event_name: 'product_viewed',
    ts: 1_700_000_000,
    visitor: { id: 'v1' },
    product: { id: 'p1' },
  };
  await writeFile(file, JSON.stringify(look));
  const { header } = await readTable(file);
  assert.deepEqual(guess(header, clickRoles), {
    ...{ visitor: 'visitor.id', product: 'product.id', time: 'ts', event: 'event_name' },
  });
  assert.equal(guess(['properties.product_id', 'user.name'], clickRoles).product, 'properties.product_id');
});

test('headers of shops in five languages are understood', () => {
  const headers: readonly (readonly string[])[] = [
    ['Order', 'SKU', 'Qty', 'Order Date', 'Unit price', 'Customer email'],
    ['Bestellnummer', 'Artikelnummer', 'Menge', 'Bestelldatum', 'Einzelpreis', 'Kundennummer'],
    ['Zamówienie', 'Produkt', 'Ilość', 'Data', 'Cena', 'Klient'],
    ['Поръчка', 'Продукт', 'Количество', 'Дата', 'Цена', 'Клиент'],
    ['Заказ', 'Товар', 'Количество', 'Дата', 'Цена', 'Клиент'],
  ];
  const roles: readonly Role[] = ['order', 'product', 'quantity', 'time', 'price', 'customer'];
  for (const header of headers)
    assert.deepEqual(
      guess(header, orderRoles),
      Object.fromEntries(roles.map((role, at) => [role, header[at]])),
    );
});

test('no name of the table is written in a way in which no header is compared', () => {
  for (const name of Object.values(columnNames).flat())
    assert.equal(name, name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
});
