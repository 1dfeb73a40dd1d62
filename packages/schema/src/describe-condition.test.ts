import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Condition, operators } from './condition.ts';
import { phrases } from './describe/phrases-table.ts';
import { describeCondition } from './describe-condition.ts';

const warm: Condition = {
  all: [
    { attr: 'cart.total', op: 'gte', value: { value: 2000, currency: 'EUR' } },
    { any: [{ did: 'product_viewed', count: { gte: 2 }, withinDays: 5 }, { use: 'regulars' }] },
    { not: { attr: 'device.type', op: 'eq', value: 'phone' } },
    { did: 'order_placed', count: { eq: 0 }, withinDays: 30 },
  ],
};

/** Currencies put a no-break space where sentences put a plain one. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('describe condition', () => {
  for (const [locale, sentence] of [
    [
      'en',
      'cart total is at least €20.00 and (viewed a product at least 2 times in the last 5 days or is in the audience “regulars”) and not: device is “phone” and never placed an order in the last 30 days',
    ],
    [
      'bg-BG',
      'сумата в количката е поне 20,00 € и (разгледал продукт поне 2 пъти през последните 5 дни или е в аудиторията „regulars“) и не е вярно, че: устройството е „phone“ и нито веднъж: направил поръчка през последните 30 дни',
    ],
    [
      'pl',
      'wartość koszyka: co najmniej 20,00 € i (oglądał produkt co najmniej 2 razy w ciągu ostatnich 5 dni lub jest w grupie „regulars”) i nieprawda, że: urządzenie: „phone” i ani razu: złożył zamówienie w ciągu ostatnich 30 dni',
    ],
    [
      'ru',
      'сумма корзины: не меньше 20,00 € и (смотрел товар минимум 2 раза за последние 5 дней или входит в аудиторию «regulars») и неверно, что: устройство: «phone» и ни разу: оформил заказ за последние 30 дней',
    ],
  ] as const) {
    it(`says an audience in ${locale}`, () => {
      assert.equal(plain(describeCondition(warm, locale)), sentence);
    });
  }

  it('says money by the exponent of its currency', () => {
    const yen: Condition = { attr: 'cart.total', op: 'lt', value: { value: 2000, currency: 'JPY' } };
    assert.equal(describeCondition(yen), 'cart total is less than ¥2,000');
  });

  it('says what a behaviour was about, and families of attributes by their name', () => {
    const shoes: Condition = {
      did: 'product_viewed',
      count: { gte: 3 },
      withinDays: 7,
      where: { category: 'shoes' },
    };
    assert.equal(
      plain(describeCondition(shoes)),
      'viewed a product in the category “shoes” at least 3 times in the last 7 days',
    );
    assert.equal(
      plain(describeCondition(shoes, 'pl')),
      'oglądał produkt z kategorii „shoes” co najmniej 3 razy w ciągu ostatnich 7 dni',
    );
    const shown: Condition = { attr: 'campaign.spring-wheel.shows', op: 'lt', value: 2 };
    assert.equal(describeCondition(shown, 'bg'), 'броят показвания на „spring-wheel“ е по-малко от 2');
    assert.equal(
      describeCondition({ attr: 'affinity.brand.x', op: 'gte', value: 0.5 }, 'en'),
      'share of interest in the brand “x” is at least 0.5',
    );
  });

  it('says that everybody is meant, and names what it has no word for', () => {
    assert.equal(describeCondition(undefined, 'ru'), 'все');
    assert.equal(
      describeCondition({ attr: 'shop.colour', op: 'exists', value: false }),
      'shop.colour is not known',
    );
    assert.equal(
      describeCondition({ attr: 'x', op: 'between', value: [1, 5] }, 'fr'),
      'x is between 1 and 5',
    );
  });

  it('has a phrase for every operator, and the same attributes and events, in every language', () => {
    for (const [lang, words] of Object.entries(phrases)) {
      assert.deepEqual(Object.keys(words.operators), [...operators], lang);
      assert.deepEqual(Object.keys(words.events), Object.keys(phrases.en?.events ?? {}), lang);
      const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
      for (const forms of [words.times, words.withinDays]) {
        for (const category of pluralCategories) assert.ok(forms[category], `${lang} ${category}`);
      }
    }
  });
});
