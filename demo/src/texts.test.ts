import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { couponTemplates } from './backend/pricing.ts';
import { locales } from './catalog/locales.ts';
import { products } from './catalog/products.ts';
import { productTexts } from './catalog/texts/product-texts.ts';
import { readDocuments } from './documents.ts';
import { uiTexts } from './texts/ui-texts.ts';

const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

describe('the shop’s words', () => {
  it('are there in every language, with the same gaps', () => {
    for (const locale of locales) {
      assert.deepEqual(Object.keys(uiTexts[locale]).sort(), Object.keys(uiTexts.en).sort());
      for (const [key, text] of Object.entries(uiTexts[locale])) {
        const english = uiTexts.en[key as keyof typeof uiTexts.en];
        if (typeof text === 'string' && typeof english === 'string') {
          assert.ok(text.trim() !== '', `${locale} ${key}`);
          assert.deepEqual(gaps(text), gaps(english), `${locale} ${key}`);
        }
      }
    }
  });

  it('have every plural form that the language counts with', () => {
    for (const locale of locales) {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const [key, text] of Object.entries(uiTexts[locale])) {
        if (typeof text === 'string') continue;
        const whole = needed.filter((form) => form !== 'other' || locale === 'en');
        for (const form of whole) assert.ok(form in text, `${locale} ${key} ${form}`);
      }
    }
  });

  it('name and describe every product in every language', () => {
    for (const locale of locales) {
      const titles = new Set<string>();
      for (const { id } of products) {
        const [title, description] = productTexts[locale][id] ?? ['', ''];
        assert.ok(title !== '' && description !== '', `${locale} ${id}`);
        titles.add(title);
      }
      assert.equal(titles.size, products.length, `${locale} has two products of one name`);
    }
  });
});

describe('the demo’s documents', () => {
  it('fit the schema and speak every language', () => {
    const { campaigns, program } = readDocuments();
    const ids = campaigns.campaigns.map(({ id }) => id);
    for (const id of ['welcome-tour', 'home-for-you', 'product-similar', 'points-wallet', 'thank-you-wheel'])
      assert.ok(ids.includes(id), id);
    for (const { content, id } of campaigns.campaigns) {
      const keys = Object.keys(content.en ?? {});
      for (const locale of locales)
        assert.deepEqual(Object.keys(content[locale] ?? {}), keys, `${id} ${locale}`);
    }
    const prizes = Object.values(program.pools).flatMap((pool) => pool.prizes);
    assert.equal(program.pools['thank-you']?.prizes.length, 5);
    for (const { label, reward } of prizes) {
      for (const locale of locales) assert.ok(label[locale], locale);
      if (reward.type === 'coupon') assert.ok(reward.template in couponTemplates, reward.template);
    }
  });
});
