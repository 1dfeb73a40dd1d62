import { expect } from 'chai';
import { html, render } from 'lit';
import { addHtml, clearPage } from '../../../../test/support/element.ts';
import { allMessages, en } from '../../../../test/support/messages.ts';
import type { Messages } from '../messages/message.ts';
import { formatMessage, messageLocales, messagesFor } from '../messages/messages.ts';
import { formatMoney } from './format-money.ts';
import { guardHost } from './guard-host.ts';
import { richText } from './rich-text.template.ts';
import { parseRichText } from './rich-text.ts';
import { safeUrl } from './safe-url.ts';

describe('rich text', () => {
  afterEach(clearPage);

  it('knows bold, italic, links and line breaks, nested', () => {
    expect(parseRichText('a **b *c*** [d](/e)\nf')).to.deep.equal([
      'a ',
      { type: 'strong', parts: ['b ', { type: 'em', parts: ['c'] }] },
      ' ',
      { type: 'link', url: '/e', parts: ['d'] },
      { type: 'break' },
      'f',
    ]);
  });

  it('leaves words alone that only look like marks', () => {
    expect(parseRichText('2 * 3 snake_case_name [x] (y) **')).to.deep.equal([
      '2 * 3 snake_case_name [x] (y) **',
    ]);
  });

  it('renders markup in the text as words', () => {
    const box = addHtml('<div></div>');
    render(html`${richText('<b onclick=x>hi</b> **yes**')}`, box);
    expect(box.textContent).to.equal('<b onclick=x>hi</b> yes');
    expect(box.querySelectorAll('b')).to.have.lengthOf(0);
  });

  it('ends for text made to hurt', () => {
    // A parser whose work grows with the square of the length is not done before the runner's own limit.
    for (const bad of ['*_[', '**', '[', '[a](']) expect(parseRichText(bad.repeat(40_000))).to.not.be.empty;
  });
});

describe('addresses and amounts', () => {
  it('lets web, mail and telephone through and nothing that runs', () => {
    expect(['/a', 'https://a.example/', 'mailto:a@b.c', 'tel:1'].map((url) => safeUrl(url))).not.to.include(
      undefined,
    );
    expect(
      ['javascript:alert(1)', ' JaVaScRiPt:x', 'data:text/html,x', 'http://', undefined, ''].map((url) =>
        safeUrl(url),
      ),
    ).to.deep.equal(Array(6).fill(undefined));
  });

  it('writes an amount by the exponent of its currency and an unknown one as it is', () => {
    expect(formatMoney({ value: 2050, currency: 'EUR' }, 'en')).to.equal('€20.50');
    expect(formatMoney({ value: 2050, currency: 'JPY' }, 'en')).to.equal('¥2,050');
    expect(formatMoney({ value: 2050, currency: 'TND' }, 'en')).to.contain('2.050');
    expect(formatMoney({ value: 5, currency: '??' }, 'en')).to.equal('5 ??');
  });
});

describe('messages', () => {
  before(async () => {
    for (const locale of messageLocales) all[locale] = await allMessages(locale);
  });

  const all: Record<string, Messages> = {};
  const tags = (message: unknown) => JSON.stringify(message).match(/\{\{\w+\}\}/g) ?? [];

  it('have the same keys and values in every locale', () => {
    for (const [locale, messages] of Object.entries(all)) {
      expect(Object.keys(messages).sort(), locale).to.deep.equal(Object.keys(en).sort());
      for (const [key, message] of Object.entries(messages)) {
        expect(new Set(tags(message)), `${locale} ${key}`).to.deep.equal(new Set(tags(en[key])));
      }
    }
  });

  it('have every plural form that their language needs', () => {
    for (const [locale, messages] of Object.entries(all)) {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const message of Object.values(messages)) {
        if (typeof message !== 'string') expect(message, locale).to.include.all.keys(...needed);
      }
    }
  });

  it('choose the plural by count and format numbers in the locale', () => {
    const pending = (count: number) =>
      formatMessage(all.pl as Messages, 'wallet.points', { locale: 'pl', values: { count } });
    expect([1, 2, 5, 22].map(pending)).to.deep.equal(['1 punkt', '2 punkty', '5 punktów', '22 punkty']);
    expect(formatMessage(en, 'wallet.points', { locale: 'en', values: { count: 12345 } })).to.equal(
      '12,345 points',
    );
  });

  it('leave an unknown key and a missing value as they are', () => {
    expect(formatMessage(en, 'toString', { locale: 'en' })).to.equal('toString');
    expect(formatMessage(en, 'game.ends', { locale: 'en' })).to.equal('Valid until {{date}}');
    expect(formatMessage(en, 'wallet.points', { locale: '!!', values: { count: 1 } })).to.equal('1 points');
  });

  it('are fetched by base language, English for an unknown one', async () => {
    expect(await messagesFor('bg-BG', 'card')).to.equal(await messagesFor('bg', 'card'));
    expect(await messagesFor('xx', 'card')).to.equal(await messagesFor('en', 'card'));
    expect(await messagesFor('constructor', 'constructor')).to.equal(await messagesFor('en', 'carousel'));
  });

  it('are fetched in families: a tour brings no texts of games', async () => {
    const kinds = new Set(Object.keys(await messagesFor('en', 'tour')).map((key) => key.split('.')[0]));
    expect([...kinds]).to.include('tour');
    for (const kind of ['wheel', 'refused', 'wallet', 'carousel']) expect(kinds).not.to.include(kind);
  });

  it('stand in the family that their key names', async () => {
    for (const key of Object.keys(en)) {
      expect(await messagesFor('en', key.split('.')[0] as string), key).to.have.property(key);
    }
  });
});

describe('guarded host', () => {
  it('answers without a host as if nothing were decided', () => {
    const host = guardHost(undefined);
    expect(() => host.report({ type: 'shown', campaignId: 'x' })).not.to.throw();
    expect(host.text('carousel.next-products')).to.equal('Next products');
  });
});
