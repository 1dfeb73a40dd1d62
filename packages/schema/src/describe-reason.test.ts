import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeReason } from './describe-reason.ts';
import { describeTrace } from './describe-trace.ts';

describe('describe reason', () => {
  for (const [step, why, locale, sentence] of [
    ['trigger', 'not-fired', 'en', 'nothing on this page has triggered it yet'],
    ['status', 'status:draft', 'bg', 'състоянието ѝ е „draft“'],
    ['consent', 'personalization', 'en', 'the visitor allowed “personalization”'],
    ['consent', 'consent-denied:marketing', 'ru-RU', 'посетитель не разрешил «marketing»'],
    ['caps', 'cap:1/7d', 'pl', 'jej własny limit jest osiągnięty (1/7d)'],
    ['caps', 'stopped:completed', 'en', 'the visitor completed it'],
    ['priority', 'outranked:spring', 'en', '“spring” comes first'],
    ['priority', '40', 'en', 'it comes first (priority 40)'],
    ['placement', 'home', 'bg', 'мястото ѝ „home“ е налице'],
    ['audience', 'true', 'en', 'the visitor belongs to the audience'],
    ['quiet', 'checkout', 'fr', 'this is a checkout, where nothing opens by itself'],
    ['render', 'constructor', 'en', 'render: constructor'],
  ] as const) {
    it(`says ${step}:${why} in ${locale}`, () => {
      assert.equal(describeReason({ step, why }, locale), sentence);
    });
  }
});

describe('describe trace', () => {
  it('says every line, also inside an audience by name', () => {
    const condition = {
      all: [{ not: { use: 'loyal' } }, { attr: 'cart.count', op: 'gt', value: 2 }],
    } as const;
    const audiences = { loyal: { attr: 'visitor.orders', op: 'gte', value: 3 } } as const;
    const trace = [
      { path: '', result: null },
      { path: 'all[0]', result: null },
      { path: 'all[0].not', result: null },
      { path: 'all[0].not.use(loyal)', result: null },
      { path: 'all[1]', result: true, found: 3 },
    ];
    assert.deepEqual(
      describeTrace(condition, trace, 'en', audiences).map(({ text, depth, leaf, found }) => [
        depth,
        leaf,
        text,
        found,
      ]),
      [
        [
          0,
          false,
          'not: is in the audience “loyal” and number of products in the cart is more than 2',
          undefined,
        ],
        [1, false, 'not: is in the audience “loyal”', undefined],
        [2, false, 'is in the audience “loyal”', undefined],
        [3, true, 'number of orders is at least 3', undefined],
        [1, true, 'number of products in the cart is more than 2', 3],
      ],
    );
  });
});
