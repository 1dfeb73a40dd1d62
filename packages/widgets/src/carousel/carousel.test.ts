import type { RankedCard } from '@regulars/core';
import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount, once } from '../../../../test/support/element.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { carouselView } from '../../../../test/support/gallery/fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import type { RegularsProductCard } from '../product-card/product-card.ts';
import type { CarouselClickedEvent } from './carousel.events.ts';
import { RegularsCarousel } from './carousel.ts';
import { carouselShow } from './carousel.view.ts';
import { carouselEnds } from './ends.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const show = (properties: Partial<RegularsCarousel>, children?: string) =>
  mount<RegularsCarousel>('regulars-carousel', properties, children);
const cardOf = (carousel: Element, index: number) =>
  allInside(carousel, 'regulars-product-card')[index] as Element;

describe('<regulars-carousel>', () => {
  before(() => RegularsCarousel.define());
  afterEach(clearPage);

  for (const state of ['ready', 'loading', 'empty', 'error'] as const) {
    it(`R05 is accessible while ${state}`, async () => {
      const carousel = await show({ host: host(), view: carouselView('en', state) });
      const { violations, insideCount } = await audit(carousel);
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
    });
  }

  it('R04 names the region and each slide as the carousel pattern asks', async () => {
    const carousel = await show({ host: host(), view: carouselView('en') });
    expect(inside(carousel, 'section').getAttribute('aria-label')).to.equal('Made for your kitchen');
    expect(inside(carousel, 'section').getAttribute('aria-roledescription')).to.equal('carousel');
    expect(
      allInside(carousel, '.item')
        .map((item) => item.getAttribute('aria-label'))
        .slice(0, 2),
    ).to.deep.equal(['1 of 8', '2 of 8']);
  });

  it('keeps the slides of the server in the light DOM when nothing is decided and nobody hosts it', async () => {
    const carousel = await show({}, '<a href="#a">A</a><a href="#b">B</a>');
    const slot = inside<HTMLSlotElement>(carousel, 'slot');
    expect(slot.assignedElements().map(({ textContent }) => textContent)).to.deep.equal(['A', 'B']);
    expect(inside(carousel, '[part="next"]').getAttribute('aria-label')).to.equal('Next');
  });

  it('R24 tells each card what put it there: its source, the strategy of a list, the shop', async () => {
    const view = carouselView('en');
    const [first] = view.cards;
    if (!first) throw new Error('no cards');
    const reasonsOf = async (strategy: string, ...cards: Partial<RankedCard>[]) => {
      const made = cards.map((card, at) => ({
        ...first,
        ...card,
        product: { ...first.product, id: `r${at}` },
      }));
      const carousel = await show({ host: host(), view: { ...view, strategy, cards: made } });
      return allInside<RegularsProductCard>(carousel, 'regulars-product-card').map(({ reason }) => reason);
    };
    const sources = (['index', 'content', 'category', 'popular', 'shop', 'remote'] as const).map(
      (source) => ({ source }),
    );
    expect(await reasonsOf('for-you', ...sources)).to.deep.equal([
      'journey',
      'journey',
      'category',
      'popular',
      'shop',
      'remote',
    ]);
    expect(await reasonsOf('price-drop', { source: 'list' }, { source: 'list', rule: 'pin' })).to.deep.equal([
      'price-drop',
      'shop',
    ]);
    expect(await reasonsOf('wishlist', { source: 'recent' })).to.deep.equal(['wishlist']);
  });

  it('reserves the box of every picture before it is there', async () => {
    const carousel = await show({ host: host(), view: carouselView('en') });
    const { width, height } = inside(cardOf(carousel, 0), '.frame').getBoundingClientRect();
    expect(width).to.be.greaterThan(50);
    expect(Math.abs(width - height)).to.be.lessThan(1);
  });

  it('R17 hides its buttons when one card fits, and scrolls by them when more do not', async () => {
    const single = await show({ host: host(), view: carouselView('en', 'ready', 1) });
    await single.updateComplete;
    expect(inside(single, '.controls').hidden).to.equal(true);
    const many = await show({ host: host(), view: carouselView('en') });
    await until(() => !inside(many, '.controls').hidden);
    const [previous, next] = [inside(many, '[part="previous"]'), inside(many, '[part="next"]')];
    expect(previous.getAttribute('aria-disabled')).to.equal('true');
    next.focus();
    next.click();
    await until(() => previous.getAttribute('aria-disabled') === 'false');
    expect(many.shadowRoot?.activeElement).to.equal(next);
  });

  it('R13 scrolls towards the end of the line in right-to-left', async () => {
    const carousel = await show({ host: host(), view: carouselView('he') });
    await until(() => !inside(carousel, '.controls').hidden);
    inside(carousel, '[part="next"]').click();
    await until(() => inside(carousel, '.track').scrollLeft < -20);
    await until(() => inside(carousel, '[part="previous"]').getAttribute('aria-disabled') === 'false');
  });

  it('tells a click on a card with its place, before the link is followed', async () => {
    const fake = host();
    const carousel = await show({ host: fake, view: carouselView('en') });
    const clicked = once<CarouselClickedEvent>(carousel, 'regulars-carousel-clicked');
    inside(cardOf(carousel, 2), 'a').click();
    expect((await clicked).detail).to.deep.equal({
      campaignId: 'home-for-you',
      productId: 'p2',
      position: 2,
    });
    expect(fake.signals).to.deep.include({
      type: 'card',
      campaignId: 'home-for-you',
      act: 'clicked',
      productId: 'p2',
      position: 2,
    });
  });

  it('tells nothing and stays on the page when the page prevents the click', async () => {
    const fake = host();
    const carousel = await show({ host: fake, view: carouselView('en') });
    carousel.addEventListener('regulars-product-card-select', (event) => event.preventDefault());
    location.hash = '';
    inside(cardOf(carousel, 2), 'a').click();
    await Promise.resolve();
    expect(location.hash).to.equal('');
    expect(fake.signals.filter((signal) => signal.type === 'card' && signal.act === 'clicked')).to.deep.equal(
      [],
    );
  });

  it('offers the cart only when the shop can add, and never for what is sold out', async () => {
    const fake = host();
    const carousel = await show({ host: fake, view: carouselView('en') });
    inside(cardOf(carousel, 0), '[part="button"]').click();
    await Promise.resolve();
    expect(fake.signals.some((signal) => signal.type === 'card' && signal.act === 'add-to-cart')).to.equal(
      true,
    );
    expect(allInside(cardOf(carousel, 4), '[part="button"]')).to.have.lengthOf(0);
    const closed = await show({ host: fake, view: { ...carouselView('en'), addToCart: false } });
    expect(allInside(cardOf(closed, 0), '[part="button"]')).to.have.lengthOf(0);
  });

  it('R37 counts a card as viewed once, also when the list renders anew', async () => {
    const fake = host();
    const carousel = await show({ host: fake, dwellMs: 10, view: carouselView('en') });
    const viewed = () =>
      fake.signals.flatMap((signal) =>
        signal.type === 'card' && signal.act === 'viewed' ? [signal.productId] : [],
      );
    await until(() => viewed().includes('p0') && viewed().includes('p1'));
    const view = carouselView('en');
    const [, ...others] = view.cards;
    carousel.view = {
      ...view,
      cards: [{ product: { id: 'new', title: 'New' }, source: 'index' }, ...others],
    };
    // The new one has been in sight as long as its neighbours have once more.
    await until(() => viewed().includes('new'));
    expect(new Set(viewed()).size).to.equal(viewed().length);
    expect(viewed()).not.to.include('p7');
  });

  it('R15 lets a mouse drag the row and swallows the click that ends the drag', async () => {
    const fake = host();
    const carousel = await show({ host: fake, view: carouselView('en') });
    await until(() => !inside(carousel, '.controls').hidden);
    const track = inside(carousel, '.track');
    const at = (type: string, clientX: number, target: EventTarget) =>
      target.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          pointerType: 'mouse',
          button: 0,
          clientX,
          bubbles: true,
          cancelable: true,
          composed: true,
        }),
      );
    at('pointerdown', 300, track);
    at('pointermove', 180, window);
    expect(track.scrollLeft).to.be.greaterThan(100);
    expect(track.classList.contains('dragging')).to.equal(true);
    at('pointerup', 180, window);
    inside(cardOf(carousel, 1), 'a').click();
    await Promise.resolve();
    expect(track.classList.contains('dragging')).to.equal(false);
    expect(fake.signals.some((signal) => signal.type === 'card' && signal.act === 'clicked')).to.equal(false);
  });

  it('is dragged again after an error has taken its row away', async () => {
    const carousel = await show({ host: host(), view: carouselView('en') });
    for (const state of ['error', 'ready'] as const) {
      carousel.view = carouselView('en', state);
      await carousel.updateComplete;
    }
    const track = inside(carousel, '.track');
    const at = (type: string, clientX: number, target: EventTarget) =>
      target.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', clientX, bubbles: true }),
      );
    at('pointerdown', 300, track);
    at('pointermove', 180, window);
    expect(track.scrollLeft).to.be.greaterThan(100);
    at('pointerup', 180, window);
  });

  it('survives a host that throws at everything', async () => {
    const carousel = await show({ host: createBrokenHost(), for: 'x', view: carouselView('en') });
    inside(cardOf(carousel, 0), 'a').click();
    expect(allInside(carousel, 'regulars-product-card')).to.have.lengthOf(8);
  });

  it('works again when it is put back after its removal', async () => {
    const fake = host();
    const carousel = await show({ host: fake, dwellMs: 5, view: carouselView('en') });
    carousel.remove();
    const count = fake.signals.length;
    document.body.append(carousel);
    // A card counts once on a page, and may have been counted already: those of another list count anew.
    carousel.view = { ...carouselView('en'), campaignId: 'again' };
    await carousel.updateComplete;
    await until(() => fake.signals.length > count);
    carousel.remove();
  });

  it('starts nothing when an update comes after its removal', async () => {
    const carousel = await show({ host: host(), view: carouselView('en') });
    const started: string[] = [];
    for (const target of [window, document])
      target.addEventListener = (type: string) => void started.push(type);
    carousel.requestUpdate();
    carousel.remove();
    await carousel.updateComplete;
    for (const target of [window, document]) Reflect.deleteProperty(target, 'addEventListener');
    expect(started).to.deep.equal([]);
  });
});

describe('carousel view', () => {
  it('says the state in words and prefers the slides of the server to nothing', () => {
    expect(carouselShow(null).mode).to.equal('slides');
    expect(carouselShow(carouselView('en', 'error')).message).to.equal('carousel.error');
    expect(carouselShow({ ...carouselView('en'), cards: [] }).message).to.equal('carousel.empty');
  });

  it('knows the ends with a tolerance of two pixels', () => {
    expect(carouselEnds({ offset: 0, size: 100, length: 102 }).scrolls).to.equal(false);
    expect(carouselEnds({ offset: 1.5, size: 100, length: 300 })).to.deep.equal({
      scrolls: true,
      before: false,
      after: true,
    });
    expect(carouselEnds({ offset: 199, size: 100, length: 300 }).after).to.equal(false);
  });
});
