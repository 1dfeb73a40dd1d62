import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount, once } from '../../../../test/support/element.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { allMessages } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import type { Product } from '../lib/types.ts';
import type { ProductCardSelectEvent } from './product-card.events.ts';
import { RegularsProductCard } from './product-card.ts';
import { productCardShow } from './product-card.view.ts';

const jug: Product = {
  id: 'jug',
  title: 'Jug',
  url: '/p/jug',
  brand: 'Havn',
  price: { value: 1490, currency: 'EUR' },
  oldPrice: { value: 2000, currency: 'EUR' },
};
const show = (properties: Partial<RegularsProductCard>) =>
  mount<RegularsProductCard>('regulars-product-card', properties);

describe('<regulars-product-card>', () => {
  before(() => RegularsProductCard.define());
  afterEach(clearPage);

  it('is accessible', async () => {
    const card = await show({ product: jug, locale: 'en', addable: true });
    const { violations, insideCount } = await audit(card);
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
  });

  it('is an empty frame without a product', async () => {
    const card = await show({});
    expect(allInside(card, 'a, button, img')).to.have.lengthOf(0);
    expect(allInside(card, '.frame')).to.have.lengthOf(1);
  });

  it('R36 places the decimal point by the currency', async () => {
    const card = await show({ product: { id: 'a', price: { value: 1500, currency: 'JPY' } }, locale: 'en' });
    expect(inside(card, '.price').textContent).to.contain('¥1,500');
    card.product = { id: 'a', price: { value: 1500, currency: 'KWD' } };
    await card.updateComplete;
    expect(inside(card, '.price').textContent).to.contain('1.500');
  });

  it('does not link to a script and shows its title as words', async () => {
    const card = await show({ product: { id: 'a', title: 'A <b>', url: 'javascript:alert(1)' } });
    expect(allInside(card, 'a')).to.have.lengthOf(0);
    expect(inside(card, '.name').textContent).to.equal('A <b>');
  });

  it('shows its own drawing when the picture cannot be fetched', async () => {
    const card = await show({
      product: { ...jug, image: { src: 'data:image/png;base64,AAAA', width: 10, height: 10 } },
    });
    inside(card, '.frame');
    card.product = { ...jug, image: { src: '/no-such-picture.png', width: 10, height: 10 } };
    await card.updateComplete;
    await once(inside(card, 'img'), 'error');
    await card.updateComplete;
    expect(allInside(card, 'img')).to.have.lengthOf(0);
    expect(allInside(card, '.frame svg')).to.have.lengthOf(1);
  });

  it('asks before the link is followed', async () => {
    const card = await show({ product: { ...jug, url: '#jug' }, position: 3 });
    const asked = once<ProductCardSelectEvent>(card, 'regulars-product-card-select');
    inside(card, 'a').click();
    expect((await asked).detail).to.deep.equal({ productId: 'jug', position: 3 });
  });
});

describe('product card view', () => {
  it('shows a reduction only between prices of one currency, in whole percent from five on', () => {
    expect(productCardShow(jug)).to.include({ reduced: true, percent: 25 });
    expect(productCardShow({ ...jug, oldPrice: { value: 2000, currency: 'USD' } }).reduced).to.equal(false);
    expect(productCardShow({ ...jug, oldPrice: { value: 1500, currency: 'EUR' } })).to.include({
      reduced: true,
      percent: undefined,
    });
  });

  it('names a product without a title by its id', () => {
    expect(productCardShow({ id: 'x9' })).to.include({ title: 'x9', soldOut: false });
  });
});

describe('<regulars-product-card> with what only some cards have', () => {
  before(() => RegularsProductCard.define());
  afterEach(clearPage);

  it('R36 writes prices in the language of the visitor, agrees with its badge, and lives without a price', async () => {
    const at = async (value: number, currency: string, locale: string, oldValue?: number) => {
      const price = { value, currency };
      const oldPrice = oldValue === undefined ? undefined : { value: oldValue, currency };
      const card = await show({ product: { ...jug, price, oldPrice }, locale });
      const words = [...(card.shadowRoot?.querySelectorAll('.now, s, .badge') ?? [])];
      return words.map(({ textContent }) =>
        (textContent ?? '').replace(/[\u00a0\u202f\u200e\u200f\u061c]/g, ' ').trim(),
      );
    };
    expect(await at(129_900, 'EUR', 'de')).to.deep.equal(['1.299,00 €']);
    expect(await at(129_900, 'USD', 'en')).to.deep.equal(['$1,299.00']);
    expect((await at(1299, 'JPY', 'ja'))[0]).to.match(/^[¥￥]1,299$/);
    expect((await at(129_900, 'EGP', 'ar-EG'))[0]).to.match(/١.٢٩٩/);
    const [badge, now, before] = await at(15_000, 'EUR', 'en', 20_000);
    expect([badge, now, before]).to.deep.equal(['-25%', '€150.00', '€200.00']);
    const card = await show({ product: { id: 'a', title: 'No price', url: '#a' } });
    expect(allInside(card, '.price')).to.have.lengthOf(0);
    expect(inside(card, 'a').textContent).to.equal('No price');
  });

  it('R36 says the rating in words and in figures of the locale', async () => {
    const card = await show({ product: { ...jug, rating: { value: 4.25, count: 1280 } }, locale: 'en' });
    expect(inside(card, '.rating').textContent).to.contain('4.3 (1,280)');
    expect(allInside(card, '.rating .unseen')).to.have.lengthOf(1);
  });

  it('puts the chosen variant into the cart, and never one that is sold out by itself', async () => {
    const variants = [
      { id: 's', label: 'S', inStock: false },
      { id: 'm', label: 'M' },
      { id: 'l', label: 'L' },
    ];
    const card = await show({ product: { ...jug, variants }, addable: true });
    const asked: unknown[] = [];
    card.addEventListener('regulars-product-card-add', ({ detail }) => asked.push(detail.variant));
    inside(card, '[part="button"]').click();
    const select = inside<HTMLSelectElement>(card, 'select');
    select.value = 'l';
    select.dispatchEvent(new Event('change'));
    inside(card, '[part="button"]').click();
    expect(asked).to.deep.equal(['m', 'l']);
    card.product = { ...jug, id: 'other', variants };
    await card.updateComplete;
    inside(card, '[part="button"]').click();
    expect(asked).to.deep.equal(['m', 'l', 'm']);
    expect((await audit(card)).violations).to.deep.equal([]);
  });

  it('shows the price of the chosen variant, and is sold out where none can be had', async () => {
    const price = (value: number) => ({ value, currency: 'EUR' });
    const variants = [
      { id: 's', label: 'S' },
      { id: 'm', label: 'M', price: price(990), oldPrice: price(1990) },
    ];
    const card = await show({ product: { ...jug, variants }, addable: true, locale: 'en' });
    const shown = () => ['.now', 's', '.badge'].map((name) => allInside(card, name)[0]?.textContent);
    expect(shown()).to.deep.equal(['€14.90', '€20.00', '-25%']);
    const select = inside<HTMLSelectElement>(card, 'select');
    select.value = 'm';
    select.dispatchEvent(new Event('change'));
    await card.updateComplete;
    expect(shown()).to.deep.equal(['€9.90', '€19.90', '-50%']);
    card.product = { ...jug, variants: variants.map((one) => ({ ...one, inStock: false })) };
    await card.updateComplete;
    expect(inside(card, '.badge').textContent).to.equal('Sold out');
    expect(allInside(card, '[part="button"], select')).to.have.lengthOf(0);
  });

  it('has a sentence of its own for every reason in every language, and one for a reason that it does not know', async () => {
    const reasons = [
      'journey',
      'category',
      'popular',
      'shop',
      'remote',
      'recently-viewed',
      'wishlist',
      'continue',
    ];
    const more = ['replenishment', 'trending', 'new', 'price-drop', 'last-chance'];
    for (const locale of ['en', 'bg', 'pl', 'ru', 'he']) {
      const host = createFakeHost(await allMessages(locale), { locale });
      const card = await show({ host, product: jug, refusable: true });
      inside(card, '[part="about-button"]').click();
      const told = new Set<string>();
      for (const reason of [...reasons, ...more, 'of another version']) {
        card.reason = reason;
        await card.updateComplete;
        told.add(inside(card, '[part="about"] p').textContent ?? '');
      }
      expect(told.size, `${locale}: ${[...told]}`).to.equal(reasons.length + more.length + 1);
      expect([...told].join(' ')).not.to.contain('card.');
      card.because = 'Oak board';
      await card.updateComplete;
      expect(inside(card, '[part="about"] p').textContent).to.contain('Oak board');
      clearPage();
    }
  });

  it('says why it is here, closes with Escape, and asks to be taken away', async () => {
    const card = await show({ product: jug, because: 'Oak board', refusable: true });
    const button = inside(card, '[part="about-button"]');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await card.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(allInside(card, '[part="about"] p')).to.have.lengthOf(1);
    expect((await audit(card)).violations).to.deep.equal([]);
    inside(card, '[part="refuse"]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await card.updateComplete;
    expect(allInside(card, '[part="about"]')).to.have.lengthOf(0);
    expect(card.shadowRoot?.activeElement).to.equal(button);
    button.click();
    await card.updateComplete;
    const asked = once<Event & { detail: unknown }>(card, 'regulars-product-card-refuse');
    inside(card, '[part="refuse"]').click();
    expect((await asked).detail).to.deep.equal({ productId: 'jug', position: 0 });
    await card.updateComplete;
    expect(allInside(card, '[part="refuse"]')).to.have.lengthOf(0);
    expect(allInside(card, '[part="about"] [role="status"]')).to.have.lengthOf(1);
  });

  it('asks with a heart to be saved or taken off, tells its state as pressed, and has none where nothing may be kept', async () => {
    const card = await show({ product: jug, locale: 'en', saved: false });
    await until(() => allInside(card, '.heart').length > 0);
    const asked: [string, boolean][] = [];
    card.addEventListener('regulars-product-card-save', ({ detail }) => {
      asked.push([detail.productId, detail.saved]);
    });
    const heart = () => inside<HTMLButtonElement>(card, '.heart');
    expect(heart().getAttribute('aria-label')).to.equal('Save: Jug');
    expect(heart().getAttribute('aria-pressed')).to.equal('false');
    heart().click();
    card.saved = true;
    await card.updateComplete;
    expect(heart().getAttribute('aria-pressed')).to.equal('true');
    const { width, height } = heart().getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(40);
    expect((await audit(card)).violations).to.deep.equal([]);
    heart().click();
    expect(asked).to.deep.equal([
      ['jug', true],
      ['jug', false],
    ]);
    card.saved = undefined;
    await card.updateComplete;
    expect(allInside(card, '.heart')).to.have.lengthOf(0);
  });
});
