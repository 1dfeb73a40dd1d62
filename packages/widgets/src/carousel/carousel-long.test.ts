import type { CarouselView } from '@regulars/core';
import { expect } from 'chai';
import { allInside, clearPage, inside, mount } from '../../../../test/support/element.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { carouselView } from '../../../../test/support/gallery/fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { bundleTotal } from './bundle.ts';
import { RegularsCarousel } from './carousel.ts';
import { windowAt } from './long-row.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const longView = (count: number, from = 0): CarouselView => ({
  ...carouselView('en'),
  cards: Array.from({ length: count }, (_, place) => ({
    source: 'index' as const,
    product: { id: `p${from + place}`, title: `Product ${from + place}`, url: `#p${from + place}` },
  })),
});
const show = (properties: Partial<RegularsCarousel>) =>
  mount<RegularsCarousel>('regulars-carousel', properties);
const idsIn = (carousel: Element) => allInside(carousel, '.item').map(({ dataset }) => dataset.id);

describe('<regulars-carousel> with many cards', () => {
  before(() => RegularsCarousel.define());
  afterEach(clearPage);

  it('R21 keeps at most 40 of 1,000 cards in the document, says the right place, and fills as it scrolls', async () => {
    const carousel = await show({ host: host(), view: longView(1000) });
    const track = inside(carousel, '.track');
    await until(() => track.scrollWidth > 50_000);
    expect(idsIn(carousel)).to.have.length(40);
    const length = track.scrollWidth;
    track.scrollTo({ left: length / 2, behavior: 'instant' });
    await until(() => idsIn(carousel).includes('p500'));
    expect(idsIn(carousel)).to.have.length(40);
    expect(Math.abs(track.scrollWidth - length)).to.be.lessThan(3);
    const item = allInside(carousel, '.item').find(({ dataset }) => dataset.id === 'p500');
    expect(item?.getAttribute('aria-label')).to.equal('501 of 1,000');
    track.scrollTo({ left: length, behavior: 'instant' });
    await until(() => idsIn(carousel).includes('p999'));
  });

  it('R20 keeps the card under the eye in place and the focus on its card when cards are replaced', async () => {
    const carousel = await show({ host: host(), view: longView(20) });
    const track = inside(carousel, '.track');
    const cardOf = (id: string) => allInside(carousel, '.item').find(({ dataset }) => dataset.id === id);
    cardOf('p6')?.scrollIntoView({ inline: 'start', block: 'nearest', behavior: 'instant' });
    await until(() => track.scrollLeft > 100);
    await new Promise(requestAnimationFrame);
    const link = cardOf('p6')?.querySelector('regulars-product-card')?.shadowRoot?.querySelector('a');
    link?.focus({ preventScroll: true });
    const before = cardOf('p6')?.getBoundingClientRect().left ?? 0;
    // Two cards leave before it, five new ones come after it.
    const { cards } = longView(25);
    carousel.view = {
      ...longView(1),
      cards: cards.filter(({ product }) => !['p1', 'p2'].includes(product.id)),
    };
    await carousel.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(Math.abs((cardOf('p6')?.getBoundingClientRect().left ?? 0) - before)).to.be.lessThan(3);
    expect(cardOf('p6')?.querySelector('regulars-product-card')?.shadowRoot?.activeElement).to.equal(link);
  });

  it('R09 offers the stop button first, and focus inside stops it for good; R10 it is silent while it moves', async () => {
    const view = longView(20);
    const carousel = await show({ host: host(), view: { ...view, props: { ...view.props, autoplay: 5 } } });
    await until(() => allInside(carousel, '[part="rotation"]').length === 1);
    const [first] = allInside(carousel, 'button');
    expect(first?.getAttribute('part')).to.equal('rotation');
    const live = inside(carousel, '[aria-live="off"], [aria-live="polite"]');
    const is = (label: 'Start moving' | 'Stop moving') =>
      first?.getAttribute('aria-label') === label &&
      live.getAttribute('aria-live') === (label === 'Stop moving' ? 'off' : 'polite');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    await until(() => is(still ? 'Start moving' : 'Stop moving'));
    inside(carousel, '[part="next"]').focus();
    await until(() => is('Start moving'));
    first?.focus();
    first?.click();
    await until(() => is('Stop moving'));
    carousel.remove();
  });

  it('R10 reports one sentence per act, once the row rests', async () => {
    const carousel = await show({ host: host(), view: longView(20) });
    await until(() => !inside(carousel, '.controls').hidden);
    const live = inside(carousel, '[aria-live]');
    expect(live.textContent).to.equal('');
    expect(live.getAttribute('aria-live')).to.equal('polite');
    inside(carousel, '[part="next"]').click();
    await until(() => /^Showing \d+ to \d+ of 20$/.test(live.textContent ?? ''));
  });

  it('shows a bundle with one button that adds every card that can be bought', async () => {
    const own = host();
    const view: CarouselView = { ...longView(3), props: { strategy: 'bought-together', layout: 'bundle' } };
    const carousel = await show({ host: own, view });
    expect(
      allInside(carousel, 'regulars-product-card').every((card) => !(card as { addable?: boolean }).addable),
    ).to.equal(true);
    inside(carousel, '[part="add-all"]').click();
    const added = own.signals.filter((signal) => signal.type === 'card' && signal.act === 'add-to-cart');
    expect(added).to.have.length(3);
    carousel.view = { ...view, adding: { p0: 'done', p1: 'done', p2: 'done' } };
    await carousel.updateComplete;
    expect(inside(carousel, '[part="add-all"]').textContent).to.equal('Added to cart');
  });

  it('says what a bundle costs together, and nothing where a price is missing', () => {
    const at = (value: number | undefined, currency = 'EUR', inStock = true) => ({
      source: 'index' as const,
      product: { id: `p${value}`, inStock, ...(value !== undefined && { price: { value, currency } }) },
    });
    const total = (...cards: CarouselView['cards']) => bundleTotal({ cards, lang: 'en' });
    expect(total(at(1490), at(510), at(999, 'EUR', false))).to.equal('€20.00');
    expect(total(at(1490), at(510, 'USD'))).to.equal(undefined);
    expect(total(at(1490), at(undefined))).to.equal(undefined);
    expect(total()).to.equal(undefined);
    const [small, large] = [100, 700].map((value) => ({ value, currency: 'EUR' }));
    const variants = [
      { id: 's', label: 'S', price: small, inStock: false },
      { id: 'l', label: 'L', price: large },
    ];
    expect(total({ source: 'index', product: { id: 'a', variants } }, at(300))).to.equal('€10.00');
  });

  it('tells of a refused product, and the focus goes on to the card beside it', async () => {
    const own = createFakeHost(en, {
      locale: 'en',
      react: (signal) => {
        if (signal.type !== 'card' || signal.act !== 'not-interested') return;
        const cards = longView(20).cards.filter(({ product }) => product.id !== signal.productId);
        carousel.view = { ...longView(1), cards };
      },
    });
    const carousel = await show({ host: own, view: longView(20) });
    const cardOf = (id: string) =>
      allInside(carousel, `.item[data-id="${id}"] regulars-product-card`)[0] as HTMLElement | undefined;
    const inCard = (id: string, part: string) =>
      cardOf(id)?.shadowRoot?.querySelector<HTMLElement>(`[part="${part}"]`);
    await until(() => !!inCard('p1', 'about-button'));
    inCard('p1', 'about-button')?.click();
    await until(() => !!inCard('p1', 'refuse'));
    inCard('p1', 'refuse')?.click();
    await until(() => !cardOf('p1'));
    await until(() => carousel.shadowRoot?.activeElement === cardOf('p2'));
    expect(own.signals).to.deep.include({
      type: 'card',
      campaignId: 'home-for-you',
      act: 'not-interested',
      productId: 'p1',
      position: 1,
    });
  });

  it('moves its window in strides, never past the ends', () => {
    expect(windowAt(0, 12)).to.deep.equal({ start: 0, end: 12 });
    expect(windowAt(500, 1000)).to.deep.equal({ start: 488, end: 528 });
    expect(windowAt(503, 1000)).to.deep.equal({ start: 488, end: 528 });
    expect(windowAt(999, 1000)).to.deep.equal({ start: 960, end: 1000 });
  });
});
