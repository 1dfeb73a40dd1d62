import type { CarouselView } from '@regulars/core';
import type { Product } from '@regulars/schema';
import { expect } from 'chai';
import { add, allInside, audit, clearPage, mount } from '../../../../test/support/element.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { carouselView } from '../../../../test/support/gallery/fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { RegularsSlot } from '../slot/slot.ts';
import { RegularsCarousel } from './carousel.ts';

const template = `<template slot="card"><article class="shop-card"><img data-image alt="" loading="lazy">
  <a data-link><b data-field="title"></b></a><span data-field="price"></span> <s data-field="old-price"></s>
  <i data-field="brand"></i><button type="button" data-act="add-to-cart" data-busy="Adding" data-done="In the bag">Buy</button>
  <button type="button" data-act="not-interested">No</button></article></template>`;
const host = () => createFakeHost(en, { locale: 'en' });
const view = (): CarouselView => {
  const base = carouselView('en', 'ready', 6);
  const [first] = base.cards;
  if (!first) throw new Error('no cards');
  const product = {
    ...first.product,
    title: '<img src=x onerror="globalThis.broken=1">',
    brand: 'Havn',
    price: { value: 1490, currency: 'EUR' },
    oldPrice: { value: 1990, currency: 'EUR' },
  };
  const bad = { ...first.product, id: 'bad', url: 'javascript:globalThis.broken=1', brand: undefined };
  return {
    ...base,
    cards: [{ ...first, product }, { ...first, product: bad }, ...base.cards.slice(2)],
  };
};
const cardsOf = (owner: Element) => [...owner.querySelectorAll<HTMLElement>(':scope > .shop-card')];
const show = (properties: Partial<RegularsCarousel>) =>
  mount<RegularsCarousel>('regulars-carousel', properties, `${template}<p>Own slide</p>`);

describe("<regulars-carousel> with the shop's own template of a card", () => {
  before(() => {
    RegularsCarousel.define();
    RegularsSlot.define();
  });
  afterEach(clearPage);

  it("fills the shop's markup as text, with checked addresses and prices in words, styled by the page", async () => {
    const style = add(document.createElement('style'));
    style.textContent = '.shop-card { border-top: 7px solid }';
    const carousel = await show({ host: host(), view: view() });
    const [first, second, third] = cardsOf(carousel);
    if (!first || !second || !third) throw new Error('no cards');
    expect(allInside(carousel, 'regulars-product-card')).to.have.length(0);
    expect(first.querySelector('b')?.textContent).to.equal('<img src=x onerror="globalThis.broken=1">');
    expect(first.querySelector('b')?.children).to.have.length(0);
    expect(first.querySelector('span')?.textContent).to.equal('€14.90');
    expect(first.querySelector('s')?.textContent).to.equal('€19.90');
    expect(getComputedStyle(first).borderTopWidth).to.equal('7px');
    expect(second.querySelector('a')?.hasAttribute('href')).to.equal(false);
    expect(second.querySelector('i')?.hidden).to.equal(true);
    expect(third.querySelector('img')?.getAttribute('src')).to.equal(view().cards[2]?.product.image?.src);
    expect(third.getBoundingClientRect().width).to.be.greaterThan(50);
    expect('broken' in globalThis).to.equal(false);
    expect((await audit(carousel)).violations).to.deep.equal([]);
  });

  it('reports links, carts and refusals as for its own cards, and says in the shop’s words what became of them', async () => {
    const own = host();
    const carousel = await show({ host: own, view: view() });
    const third = cardsOf(carousel)[2];
    third?.querySelector('a')?.addEventListener('click', (event) => event.preventDefault());
    third?.querySelector('a')?.click();
    third?.querySelector('button')?.click();
    third?.querySelectorAll('button')[1]?.click();
    await Promise.resolve();
    const acts = own.signals.flatMap((signal) =>
      signal.type === 'card' && signal.act !== 'viewed'
        ? [[signal.act, signal.productId, signal.position]]
        : [],
    );
    const id = view().cards[2]?.product.id ?? '';
    expect(acts).to.deep.equal([
      ['clicked', id, 2],
      ['add-to-cart', id, 2],
      ['not-interested', id, 2],
    ]);
    carousel.view = { ...view(), adding: { [id]: 'done' } };
    await carousel.updateComplete;
    expect(third?.querySelector('button')?.textContent).to.equal('In the bag');
    expect(cardsOf(carousel)[2]).to.equal(third);
  });

  it('keeps frames of the same card while the list is on its way, and takes all away when nothing is decided', async () => {
    const carousel = await show({ host: host(), view: carouselView('en', 'loading') });
    expect(cardsOf(carousel).every(({ inert }) => inert)).to.equal(true);
    expect(cardsOf(carousel)).to.have.length(6);
    carousel.view = view();
    await carousel.updateComplete;
    expect(cardsOf(carousel).map(({ inert }) => inert)).to.deep.equal([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    carousel.view = null;
    await carousel.updateComplete;
    expect(cardsOf(carousel)).to.have.length(0);
    expect(carousel.querySelector('p')?.assignedSlot).to.not.equal(null);
  });

  it("takes the template of the place that holds it, so that the page's styles reach the cards there too", async () => {
    const fake = host();
    fake.show('home', view());
    const slot = add(
      Object.assign(document.createElement('regulars-slot') as RegularsSlot, { host: fake, name: 'home' }),
    );
    slot.append(document.createRange().createContextualFragment(`${template}<p>Fallback</p>`));
    slot.style.cssText = 'display:block;min-block-size:300px';
    await until(() => cardsOf(slot).length === 6);
    const first = cardsOf(slot)[0];
    await until(() => (first?.getBoundingClientRect().width ?? 0) > 50);
    first?.querySelector('button')?.click();
    await Promise.resolve();
    expect(fake.signals.some((signal) => signal.type === 'card' && signal.act === 'add-to-cart')).to.equal(
      true,
    );
  });

  const sizes = [
    { id: 's', label: '30 × 20 cm', inStock: false },
    { id: 'm', label: '45 × 30 cm', price: { value: 1990, currency: 'EUR' } },
    {
      ...{ id: 'l', label: '60 × 40 cm', price: { value: 2490, currency: 'EUR' } },
      oldPrice: { value: 2990, currency: 'EUR' },
    },
  ];
  const withSizes = (variants: Product['variants']): CarouselView => {
    const base = carouselView('en', 'ready', 2);
    const [one, two] = base.cards;
    if (!one || !two) throw new Error('no cards');
    return { ...base, cards: [{ ...one, product: { ...one.product, variants } }, two] };
  };
  const choices = {
    select: '<label data-variants>Size <select></select></label>',
    'radio buttons':
      '<fieldset data-variants><legend>Size</legend><label data-variant><input type="radio"> <b data-label></b></label></fieldset>',
  };
  for (const [kind, choice] of Object.entries(choices)) {
    it(`lets the visitor choose a variant by the shop's own ${kind}: price and cart follow, what is sold out cannot be chosen`, async () => {
      const own = host();
      const carousel = await mount<RegularsCarousel>(
        'regulars-carousel',
        { host: own, view: withSizes(sizes) },
        template.replace('<i data-field="brand">', `${choice}<i data-field="brand">`),
      );
      const [card, other] = cardsOf(carousel);
      if (!card || !other) throw new Error('no cards');
      const box = card.querySelector<HTMLElement>('[data-variants]');
      const offered = () => [...card.querySelectorAll<HTMLOptionElement | HTMLInputElement>('option, input')];
      const chosen = () =>
        offered().flatMap((one) =>
          (one instanceof HTMLInputElement ? one.checked : one.selected) ? [one.value] : [],
        );
      const words = (name: string) => card.querySelector(`[data-field="${name}"]`)?.textContent;
      expect(offered().map(({ value, disabled }) => [value, disabled])).to.deep.equal([
        ['s', true],
        ['m', false],
        ['l', false],
      ]);
      expect(box?.textContent).to.contain('30 × 20 cm').and.to.contain('60 × 40 cm');
      expect(chosen()).to.deep.equal(['m']);
      expect(words('price')).to.equal('€19.90');
      expect(other.querySelector<HTMLElement>('[data-variants]')?.hidden).to.equal(true);
      expect((await audit(carousel)).violations).to.deep.equal([]);
      const large = offered()[2];
      if (large instanceof HTMLOptionElement) {
        large.selected = true;
        large.closest('select')?.dispatchEvent(new Event('change', { bubbles: true }));
      } else large?.click();
      expect(words('price')).to.equal('€24.90');
      expect(words('old-price')).to.equal('€29.90');
      card.querySelector<HTMLElement>('[data-act="add-to-cart"]')?.click();
      await Promise.resolve();
      expect(own.signals).to.deep.include({
        ...{ type: 'card', campaignId: 'home-for-you', act: 'add-to-cart' },
        ...{ productId: 'p0', position: 0, variant: 'l' },
      });
      // A new look at the same list keeps the choice and the elements that hold it.
      carousel.view = { ...withSizes(sizes), adding: { p0: 'done' } };
      await carousel.updateComplete;
      expect(offered()[2]).to.equal(large);
      expect(chosen()).to.deep.equal(['l']);
      expect(words('price')).to.equal('€24.90');
      // Its size is gone meanwhile: the first that can be had stands in, and with none left the button goes.
      carousel.view = withSizes(sizes.map((one) => ({ ...one, inStock: one.id === 'm' })));
      await carousel.updateComplete;
      expect(chosen()).to.deep.equal(['m']);
      expect(card.dataset.stock).to.equal('in');
      carousel.view = withSizes(sizes.map((one) => ({ ...one, inStock: false })));
      await carousel.updateComplete;
      expect(card.dataset.stock).to.equal('out');
      expect(card.querySelector<HTMLElement>('[data-act="add-to-cart"]')?.hidden).to.equal(true);
    });
  }
});
