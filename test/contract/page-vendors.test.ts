import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { ga4Adapter } from '@regulars/adapters/ga4';
import { shopifyAdapter } from '@regulars/adapters/shopify';
import type { DeliveryPort } from '@regulars/core';
import { ga4, shopify, type VocabularyMap } from '@regulars/schema/vocabularies';
import { eventProps } from '../../packages/schema/src/event-props.ts';
import { type Act, visitOf } from '../support/vendor-visit.ts';

const factsOf = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`vendors/${name}-facts.json`, import.meta.url), 'utf8'));

const price = { value: 2050, currency: 'EUR' };
const hat = {
  ...{ id: 'hat', title: 'Hat', url: '/p/hat', price, category: 'hats', brand: 'Parapet' },
  ...{ variant: 'red', quantity: 2 },
};
/** All that an event may say; each takes what it knows. */
const said = {
  ...{
    product: hat,
    products: [hat, { id: 'pin' }],
    total: price,
    count: 2,
    listId: 'hats',
    term: 'red hat',
  },
  ...{ method: 'courier', orderId: 'o1', coupon: 'SPRING', promotionId: 'spring', name: 'Spring' },
  ...{
    creative: 'red',
    slot: 'top',
    channel: 'mail',
    campaignId: 'welcome',
    variantId: 'b',
    productId: 'hat',
  },
  ...{ position: 3, strategy: 'similar', source: 'index', kind: 'load' },
};

/** Each event that the vendor has a word for, with all that our schema lets it say. */
const acts = ({ events }: VocabularyMap): readonly Act[] =>
  events.map(([name]) => [name, eventProps[name].parse(said) as object]);

const page = globalThis as { dataLayer?: Readonly<Record<string, unknown>>[]; Shopify?: object };
afterEach(() => {
  delete page.dataLayer;
  delete page.Shopify;
});

async function hand(port: DeliveryPort, ...told: readonly Act[]): Promise<void> {
  const outcome = await port.send(visitOf(...told), { signal: new AbortController().signal });
  assert.deepEqual(outcome, { type: 'accepted' });
}

type Bag = Readonly<Record<string, unknown>>;

interface Ga4Facts {
  readonly events: Readonly<Record<string, string>>;
  readonly item: string;
  readonly numbers: string;
}

for (const act of acts(ga4))
  test(`Google's reference has the event and parameters that ${act[0]} is pushed as`, async () => {
    const { events, item, numbers } = factsOf<Ga4Facts>('ga4');
    await hand(ga4Adapter({ commerce: true }), act);
    // The first empties what the push before left.
    const [, pushed] = page.dataLayer ?? [];
    const event = String(pushed?.event);
    const ecommerce = Object(pushed?.ecommerce) as Bag;
    const known = events[event]?.split(' ').filter(Boolean);
    assert.ok(known, `${event} is none of its recommended events`);
    const names = known.map((one) => one.replace('!', ''));
    // The currency of the prices stands beside every list, also where the reference names none.
    for (const key of Object.keys(ecommerce))
      assert.ok(names.includes(key) || key === 'currency', `${event} has no ${key}`);
    for (const one of known)
      if (one.endsWith('!')) assert.ok(one.slice(0, -1) in ecommerce, `${event} needs ${one}`);
    if ('value' in ecommerce) assert.match(String(ecommerce.currency), /^[A-Z]{3}$/);
    const items = (ecommerce.items ?? []) as readonly Bag[];
    for (const one of items) {
      assert.ok(one.item_id ?? one.item_name, 'an item has an id or a name');
      for (const key of Object.keys(one)) assert.ok(item.split(' ').includes(key), `an item has no ${key}`);
    }
    for (const bag of [ecommerce, ...items])
      for (const [key, value] of Object.entries(bag))
        if (key !== 'items')
          assert.equal(typeof value, numbers.split(' ').includes(key) ? 'number' : 'string', key);
  });

interface ShopifyFacts {
  readonly customNames: string;
  readonly standard: Readonly<Record<string, readonly string[]>>;
}

for (const act of acts(shopify))
  test(`Shopify can publish ${act[0]}: a custom name, data of the standard event's parts`, async () => {
    const { customNames, standard } = factsOf<ShopifyFacts>('shopify');
    const published: unknown[][] = [];
    page.Shopify = { analytics: { publish: async (...args: unknown[]) => published.push(args) } };
    await hand(shopifyAdapter({ commerce: true }), act, ['tour_started', { campaignId: 'welcome' }]);
    assert.equal(published.length, 2);
    for (const [name, payload, ...more] of published) {
      assert.deepEqual(more, []);
      assert.match(String(name), new RegExp(customNames));
      assert.ok(!Object.hasOwn(standard, String(name)), 'standard events are not for others to publish');
      // Pixels live in another realm: what is not JSON does not reach them.
      assert.deepEqual(JSON.parse(JSON.stringify(payload)), payload);
    }
    const [name, { data }] = published[0] as [string, { readonly data: Bag }];
    const parts = standard[name.replace('regulars:', '')];
    assert.ok(parts, `${name} is told as none of its standard events`);
    for (const part of Object.keys(data)) assert.ok(parts.includes(part), `${name} has no ${part}`);
  });
