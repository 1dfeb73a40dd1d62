import type { CarouselView } from '@regulars/core';
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
});
