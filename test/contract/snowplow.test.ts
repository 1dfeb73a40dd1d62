import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sampleBatch } from '@regulars/adapters/contract';
import { snowplowAdapter } from '@regulars/adapters/snowplow';
import type { EventName } from '@regulars/schema';
import { snowplow } from '@regulars/schema/vocabularies';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { eventProps } from '../../packages/schema/src/event-props.ts';
import { sentBy, visitOf } from '../support/vendor-visit.ts';

interface Facts {
  readonly entities: Readonly<
    Record<string, { readonly required: string; readonly fields: Readonly<Record<string, string>> }>
  >;
  readonly columns: Readonly<Record<string, number>>;
}

const facts: Facts = JSON.parse(
  readFileSync(new URL('vendors/snowplow-schemas.json', import.meta.url), 'utf8'),
);

/** A field's fact as JSON Schema. */
function schemaOf(fact: string): object {
  const [kind = '', ...rest] = fact.split(' ');
  const [low = 0, high = 9_999_999] = rest.map(Number);
  if (kind === 'text') return { type: 'string', maxLength: low };
  if (kind === 'currency') return { type: 'string', minLength: 3, maxLength: 3 };
  if (kind === 'one') return { enum: rest.slice(1) };
  if (kind === 'yes') return { type: 'boolean' };
  assert.match(kind, /^(amount|whole)$/);
  const range = { minimum: low, maximum: high };
  return kind === 'whole' ? { type: 'integer', ...range } : { type: 'number', multipleOf: 0.01, ...range };
}

// 20.5 is a multiple of 0.01 to their validator, which counts in decimals.
const ajv = new Ajv({ multipleOfPrecision: 6 });
const validators: ReadonlyMap<string, ValidateFunction> = new Map(
  Object.entries(facts.entities).map(([name, { required, fields }]) => [
    `iglu:com.snowplowanalytics.snowplow.ecommerce/${name.replace('/', '/jsonschema/')}`,
    ajv.compile({
      type: 'object',
      required: required.split(' ').filter(Boolean),
      properties: Object.fromEntries(Object.entries(fields).map(([field, fact]) => [field, schemaOf(fact)])),
      additionalProperties: false,
    }),
  ]),
);

interface Described {
  readonly schema: string;
  readonly data: Readonly<Record<string, unknown>>;
}

function assertValid({ schema, data }: Described): void {
  const validate = validators.get(schema);
  assert.ok(validate, `no such schema: ${schema}`);
  assert.ok(validate(data), `${schema}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(data)}`);
}

type Payload = Readonly<Record<string, string>>;

/** Sends one event and gives its payload, with what their pipeline would check checked. */
async function told(name: EventName, props: object): Promise<Payload & { readonly entities: Described[] }> {
  const port = snowplowAdapter({ collector: 'https://sp.example', appId: 'shop' });
  const { text } = await sentBy(port, visitOf([name, props]));
  const [payload] = JSON.parse(text).data as [Payload];
  for (const [column, letters] of Object.entries(facts.columns))
    assert.ok((payload[column] ?? '').length <= letters, `${column} is longer than its column`);
  const entities: Described[] = payload.co ? JSON.parse(payload.co).data : [];
  if (payload.ue_pr) assertValid(JSON.parse(payload.ue_pr).data);
  for (const one of entities) assertValid(one);
  return Object.assign({}, payload, { entities });
}

const text = fc.string({ minLength: 1, maxLength: 500 });
const id = fc.string({ minLength: 1, maxLength: 200 });
const count = fc.oneof(fc.integer({ min: 0, max: 1e8 }), fc.double({ min: 0, max: 9, noNaN: true }));
const money = fc.record({
  value: fc.integer({ min: -1e4, max: 2e10 }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'VND'),
});
const product = fc.record(
  {
    ...{ id, title: text, price: money, oldPrice: money, category: text, brand: text, variant: text },
    quantity: count,
    inStock: fc.boolean(),
  },
  { requiredKeys: ['id'] },
);
const lines = fc.array(product, { maxLength: 4 });
const promotion = { promotionId: id, name: text, creative: text, slot: text };
const experience = { campaignId: id, variantId: id, widget: text, slot: text };

/** Fields of each event that Snowplow has a word for; those after the bar may be missing. */
const models: Readonly<Record<string, readonly [needed: object, free: object]>> = {
  product_viewed: [{ product }, {}],
  product_clicked: [{ product }, {}],
  list_viewed: [{ listId: text, products: lines }, {}],
  cart_product_added: [{ product }, {}],
  cart_product_removed: [{ product }, {}],
  checkout_started: [{}, { total: money, count }],
  shipping_info_added: [{}, { method: text }],
  payment_info_added: [{}, { method: text }],
  order_placed: [
    { orderId: id, products: lines },
    { total: money, coupon: text },
  ],
  order_refunded: [{ orderId: id, products: lines }, { total: money }],
  payment_failed: [{}, { reason: text, method: text }],
  promotion_viewed: [{ promotionId: id }, promotion],
  promotion_clicked: [{ promotionId: id }, promotion],
  experience_viewed: [{ campaignId: id }, experience],
  experience_clicked: [{ campaignId: id }, experience],
};

for (const [name] of snowplow.events)
  test(`Snowplow's schemas take every ${name}, whole and with what may be missing`, async () => {
    const [needed, free] = models[name] ?? [];
    assert.ok(needed && free, `no model of ${name}`);
    const props = fc.record({ ...needed, ...free } as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: Object.keys(needed),
    });
    await fc.assert(
      fc.asyncProperty(props, async (some) => {
        assert.ok(eventProps[name].safeParse(some).success);
        await told(name, some);
      }),
      { numRuns: 60 },
    );
  });

const price = { value: 2050, currency: 'EUR' };
const hat = { id: 'hat', title: 'Hat', price, category: 'hats', brand: 'Parapet', quantity: 2 };

test('an order says what their schema asks for: pieces are counted, a way to pay that nobody told is unknown', async () => {
  const { e, entities } = await told('order_placed', {
    orderId: 'o1',
    total: { value: 4100, currency: 'EUR' },
    products: [hat, { id: 'pin' }],
  });
  assert.equal(e, 'ue');
  assert.deepEqual(
    entities.map(({ data }) => data),
    [
      {
        transaction_id: 'o1',
        revenue: 41,
        currency: 'EUR',
        payment_method: 'unknown',
        total_quantity: 3,
      },
      {
        ...{ id: 'hat', name: 'Hat', price: 20.5, currency: 'EUR', category: 'hats', brand: 'Parapet' },
        quantity: 2,
      },
    ],
  );
});

test('a product without a category keeps its event', async () => {
  const { entities } = await told('product_viewed', { product: { id: 'hat', price } });
  assert.deepEqual(entities[0]?.data, { id: 'hat', category: 'unknown', price: 20.5, currency: 'EUR' });
});

test('what no schema of theirs takes is told whole, as a structured event', async () => {
  for (const [name, props] of [
    ['product_viewed', { product: { id: 'no-price' } }],
    ['order_placed', { orderId: 'no-total', products: [hat] }],
  ] as const) {
    const { e, se_ac: action, se_la: label = '' } = await told(name, props);
    assert.deepEqual([e, action, JSON.parse(label)], ['se', name, props]);
  }
});

test('an event that is longer than their column is cut, not refused', async () => {
  const values = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`v${at}`, 'x'.repeat(500)]));
  const { se_la: label } = await told('custom_recorded', { label: 'long', values });
  assert.equal(label?.length, 4096);
});

test('a batch of theirs is a batch of ours: one payload an event', async () => {
  const { text: body } = await sentBy(
    snowplowAdapter({ collector: 'https://sp.example', appId: 'shop' }),
    sampleBatch(7),
  );
  assert.equal(JSON.parse(body).data.length, 7);
});
