import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type KlaviyoProfile, klaviyoAdapter } from '@regulars/adapters/klaviyo';
import { type Act, sentBy, visitOf } from '../support/vendor-visit.ts';

const facts: {
  readonly request: Readonly<Record<string, string | number>>;
  readonly body: Readonly<Record<string, string>>;
  readonly limits: { readonly properties: number; readonly letters: number };
} = JSON.parse(readFileSync(new URL('vendors/klaviyo-facts.json', import.meta.url), 'utf8'));

const checks: readonly (readonly [RegExp, (value: unknown, fact: string) => boolean])[] = [
  [/\bis /, (value, fact) => value === fact.split(' is ')[1]],
  [
    /below (\d+)/,
    (value, fact) => typeof value === 'string' && value.length < Number(fact.match(/\d+/)?.[0]),
  ],
  [/text/, (value) => typeof value === 'string'],
  [/number/, (value) => typeof value === 'number' && Number.isFinite(value)],
  [/boolean/, (value) => typeof value === 'boolean'],
  [/date/, (value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value))],
  [/bag/, (value) => Object.keys(value as object).length <= facts.limits.properties],
];

/** Every value with its path, down to what the facts name. */
function* valuesOf(value: unknown, path: string): Generator<readonly [path: string, value: unknown]> {
  if (path in facts.body || typeof value !== 'object' || value === null) yield [path, value];
  else
    for (const [key, one] of Object.entries(value))
      yield* valuesOf(one, Array.isArray(value) ? `${path}[]` : `${path}${path && '.'}${key}`);
}

/** The part of a path that stands once for each event. */
const inEvent = /^data\.attributes\.events\.data\[\]\./;

async function checked(
  profile: KlaviyoProfile,
  ...acts: readonly Act[]
): Promise<readonly { readonly [key: string]: unknown }[]> {
  const port = klaviyoAdapter({ companyId: 'ABC', profile: () => profile });
  assert.ok(port.limits.maxEvents <= Number(facts.request.maxEvents));
  const { url, headers, text } = await sentBy(port, visitOf(...acts));
  const { pathname, searchParams } = new URL(url);
  assert.equal(pathname, facts.request.path);
  assert.equal(searchParams.get(String(facts.request.query)), 'ABC');
  assert.equal(headers.revision, facts.request.revision);
  assert.equal(headers['content-type'], facts.request.type);
  const body = JSON.parse(text);
  const found = new Map<string, number>();
  for (const [path, value] of valuesOf(body, '')) {
    const fact = facts.body[path];
    assert.ok(fact, `${path} is not in its document`);
    const [, holds] = checks.find(([kind]) => kind.test(fact)) ?? [];
    assert.ok(holds?.(value, fact), `${path} is ${JSON.stringify(value)}, asked for: ${fact}`);
    found.set(path, (found.get(path) ?? 0) + 1);
  }
  for (const [path, fact] of Object.entries(facts.body))
    if (fact.startsWith('needed')) assert.equal(found.get(path), inEvent.test(path) ? acts.length : 1, path);
  return body.data.attributes.events.data.map(({ attributes }: { attributes: object }) => attributes);
}

const price = { value: 2050, currency: 'EUR' };
const hat = { id: 'hat', title: 'Hat', price, category: 'hats', brand: 'Parapet', quantity: 2 };

test("Klaviyo: the body is what its OpenAPI document asks for, a metric's name fits", async () => {
  const [page, , order, named] = await checked(
    { external_id: 'customer-1', email: 'a@shop.example', phone_number: '+15005550006', _kx: 'exchange' },
    ['page_viewed', { kind: 'load' }],
    ['product_viewed', { product: hat }],
    ['order_placed', { orderId: 'o1', total: { value: 4100, currency: 'EUR' }, products: [hat] }],
    ['custom_recorded', { label: 'x'.repeat(200), values: { size: 'L' } }],
  );
  assert.deepEqual([order?.value, order?.value_currency], [41, 'EUR']);
  assert.equal(page?.value, undefined);
  assert.equal(JSON.stringify(named?.metric).match(/x+/)?.[0].length, 127);
});

test('Klaviyo: an event of every size that ours may have stays within its limits', async () => {
  const values = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`value${at}`, 'x'.repeat(500)] as const),
  );
  const [event] = await checked({ email: 'a@shop.example' }, ['custom_recorded', { label: 'many', values }]);
  for (const text of JSON.stringify(event).split('"')) assert.ok(text.length < facts.limits.letters);
});
