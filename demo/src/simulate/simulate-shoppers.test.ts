import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { simulateShoppers } from './simulate-shoppers.ts';

const products = ['cups', 'cups', 'cups', 'lamps', 'lamps', 'lamps'].map((category, place) => ({
  id: `p${place}`,
  category,
  brand: place % 2 === 0 ? 'Koval' : 'Okno',
  price: 1000 + place * 100,
  tags: [category],
}));
const options = { seed: 7, shoppers: 200, from: 0, to: 86_400_000 };

test('the same seed sends the same shoppers, another seed others', () => {
  assert.deepEqual(simulateShoppers(products, options), simulateShoppers(products, options));
  assert.notDeepEqual(
    simulateShoppers(products, options),
    simulateShoppers(products, { ...options, seed: 8 }),
  );
});

test('looks lead to the same department more often than to the other', () => {
  const { clicks } = simulateShoppers(products, options);
  const categoryOf = new Map(products.map(({ id, category }) => [id, category]));
  const visitors = [...new Set(clicks.map(({ visitor }) => visitor))];
  const steps = visitors.flatMap((visitor) => {
    const walk = clicks.filter((click) => click.visitor === visitor).map(({ product }) => product);
    return walk.slice(1).map((product, place) => [walk[place] ?? '', product] as const);
  });
  const same = steps.filter(([from, to]) => categoryOf.get(from) === categoryOf.get(to)).length;
  assert.ok(same > steps.length * 0.6, `${same} of ${steps.length}`);
});

test('orders hold only products that the shopper has looked at', () => {
  const { clicks, orders } = simulateShoppers(products, options);
  assert.ok(orders.length > 10);
  const seen = new Set(clicks.map(({ visitor, product }) => `${visitor} ${product}`));
  assert.deepEqual(
    orders.filter(({ visitor, product }) => !seen.has(`${visitor} ${product}`)),
    [],
  );
});

test('the generator reads nothing of the ranker', () => {
  const folder = new URL('./', import.meta.url);
  const imports = readdirSync(folder)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/from '([^']+)'/g) ?? []);
  assert.ok(imports.length > 0);
  assert.deepEqual(
    imports.filter((line) => !line.startsWith("from './")),
    [],
  );
});
