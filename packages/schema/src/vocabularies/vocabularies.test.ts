import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { EventName } from '../event.ts';
import { eventProps } from '../event-props.ts';
import {
  fromVocabulary,
  ga4,
  segment,
  shopify,
  snowplow,
  toVocabulary,
  type VocabularyMap,
} from './index.ts';
import { pairsOf } from './vocabulary-map.ts';

const maps: Readonly<Record<string, VocabularyMap>> = { ga4, segment, snowplow, shopify };

const text = fc.string({ minLength: 1, maxLength: 20 });
const count = fc.integer({ min: 0, max: 1e6 });

/** A value for one of our fields. */
function valueFor(field: string, currency: string): fc.Arbitrary<unknown> {
  if (/^(price|oldPrice|total)$/.test(field))
    return fc.integer({ min: 0, max: 1e9 }).map((value) => ({ value, currency }));
  return /^(quantity|count|resultCount|position|rating)$/.test(field) ? count : text;
}

const needs = ['id', 'orderId', 'term', 'promotionId', 'filter', 'listId'];

/** Props with the fields that come back: any of them but those that the event needs may be missing. */
function propsOf(map: VocabularyMap, fields: string, currency: string): fc.Arbitrary<object> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [ours, theirs, inward] of pairsOf(fields)) {
    if (!inward || ours.startsWith('=')) continue;
    const [key = '', inner] = ours.split('.');
    if (inner) {
      const rest = model[key] ?? fc.constant({});
      model[key] = fc
        .tuple(rest, valueFor(inner, currency))
        .map(([product, value]) => ({ ...Object(product), [inner]: value }));
    } else if (key === 'product') model[key] = propsOf(map, map.product, currency);
    else if (key === 'products') {
      const line = theirs.includes(':line') && map.line ? map.line : map.product;
      model[key] = fc.array(propsOf(map, line, currency), { maxLength: 4 });
    } else model[key] = valueFor(key, currency);
  }
  const requiredKeys = Object.keys(model).filter((key) => /^product/.test(key) || needs.includes(key));
  return fc.record(model, { requiredKeys }) as fc.Arbitrary<object>;
}

/** Rows that are read back: the first of their name, or the one whose fixed numbers fit. */
const isReadBack = (map: VocabularyMap, row: VocabularyMap['events'][number]): boolean =>
  !/^(experience|recommendation|tour|prize)_/.test(row[0]) &&
  (row === map.events.find(([, theirs]) => theirs === row[1]) || row[2].startsWith('='));

describe('vocabularies', () => {
  for (const [vocabulary, map] of Object.entries(maps))
    for (const row of map.events) {
      const [name, theirs, fields] = row;
      if (isReadBack(map, row))
        it(`${vocabulary}: ${name} comes back from ${theirs} as it went`, () => {
          const currencies = fc.constantFrom('EUR', 'BGN', 'JPY', 'KWD');
          const cases = currencies.chain((currency) => propsOf(map, fields, currency));
          fc.assert(
            fc.property(cases, (props) => {
              const told = toVocabulary(map, name, props);
              assert.equal(told?.name, theirs);
              // As it travels.
              const read = fromVocabulary(map, theirs, JSON.parse(JSON.stringify(told.props)));
              assert.deepEqual(read, { name, props: JSON.parse(JSON.stringify(props)) });
            }),
            { numRuns: 60 },
          );
        });
      else
        it(`${vocabulary}: ${name} is told as ${theirs}, and read as another event`, () => {
          assert.equal(toVocabulary(map, name, {})?.name, theirs);
          assert.notEqual(
            fromVocabulary(map, theirs, { promotion_id: 'a', promotion: { id: 'a' } })?.name,
            name,
          );
        });
    }

  it('reads nothing that the schema would not take, whatever a page says', () => {
    for (const map of Object.values(maps))
      fc.assert(
        fc.property(fc.constantFrom(...map.events), fc.object({ maxDepth: 4 }), ([, theirs], props) => {
          const read = fromVocabulary(map, theirs, props);
          if (read) assert.ok(eventProps[read.name as EventName].safeParse(read.props).success);
        }),
      );
  });

  it('reads hostile values without a throw', () => {
    for (const map of Object.values(maps))
      for (const [, theirs] of map.events)
        for (const props of [null, undefined, 1, 'text', [], { items: 'none', ecommerce: null }])
          fromVocabulary(map, theirs, props);
  });

  it('names every event of ours once a vocabulary, and only events that there are', () => {
    for (const map of Object.values(maps)) {
      const names = map.events.map(([name]) => name);
      assert.equal(new Set(names).size, names.length);
      for (const name of names) assert.ok(Object.hasOwn(eventProps, name), name);
    }
  });

  it('covers the commerce of each vocabulary', () => {
    const theirs = (map: VocabularyMap): Set<string> => new Set(map.events.map(([, name]) => name));
    const wanted: readonly (readonly [VocabularyMap, string])[] = [
      // Google, "Measure ecommerce": its fourteen.
      [
        ga4,
        'view_item_list select_item view_item add_to_wishlist add_to_cart remove_from_cart view_cart begin_checkout add_shipping_info add_payment_info purchase refund view_promotion select_promotion',
      ],
      // Snowplow's types of the e-commerce action.
      [
        snowplow,
        'product_view list_view list_click add_to_cart remove_from_cart checkout_step transaction refund trns_error promo_view promo_click',
      ],
    ];
    for (const [map, names] of wanted)
      for (const name of names.split(' ')) assert.ok(theirs(map).has(name), name);
  });
});
