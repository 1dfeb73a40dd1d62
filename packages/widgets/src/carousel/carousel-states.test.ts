import type { CarouselView } from '@regulars/core';
import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount } from '../../../../test/support/element.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { carouselView } from '../../../../test/support/gallery/fixtures.ts';
import { listViews, richListView } from '../../../../test/support/gallery/list-fixtures.ts';
import { allMessages, en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { RegularsCarousel } from './carousel.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const show = async (
  view: CarouselView,
  { widthPx = 1000, children = '' } = {},
): Promise<RegularsCarousel> => {
  const carousel = await mount<RegularsCarousel>('regulars-carousel', { host: host(), view }, children);
  carousel.style.inlineSize = `${widthPx}px`;
  return carousel;
};
const cards = (carousel: Element) => allInside(carousel, 'regulars-product-card');
const boxes = (carousel: Element) => allInside(carousel, '.item').map((item) => item.getBoundingClientRect());
const lefts = (carousel: Element) => new Set(boxes(carousel).map(({ left }) => Math.round(left)));
const tops = (carousel: Element) => new Set(boxes(carousel).map(({ top }) => Math.round(top)));
const inLayout = (
  view: CarouselView,
  layout: NonNullable<CarouselView['props']['layout']>,
): CarouselView => ({
  ...view,
  props: { ...view.props, layout },
});

describe('<regulars-carousel>, how a list stands', () => {
  before(() => RegularsCarousel.define());
  afterEach(clearPage);

  for (const lang of ['en', 'he'])
    for (const [name, view] of Object.entries(listViews(lang)))
      it(`R05 is accessible as "${name}" in ${lang}`, async () => {
        const carousel = await mount<RegularsCarousel>('regulars-carousel', {
          host: createFakeHost(await allMessages(lang), { locale: lang }),
          // Addresses within the page would be taken for skip links where they lie to the left of it.
          view: {
            ...view,
            cards: view.cards.map((card) => ({ ...card, product: { ...card.product, url: '/p' } })),
          },
        });
        const { violations, insideCount } = await audit(carousel);
        expect(violations).to.deep.equal([]);
        expect(insideCount).to.be.greaterThan(0);
      });

  it('a grid wraps its cards in columns of one width, without buttons and without a row that scrolls', async () => {
    const carousel = await show(inLayout(carouselView('en'), 'grid'));
    expect(lefts(carousel).size).to.equal(5);
    expect(tops(carousel).size).to.equal(2);
    expect(new Set(boxes(carousel).map(({ width }) => Math.round(width))).size).to.equal(1);
    expect(inside(carousel, '[part="next"]').getClientRects()).to.have.length(0);
    const track = inside(carousel, '.track');
    expect(track.scrollWidth - track.clientWidth).to.be.at.most(8);
    carousel.style.inlineSize = '320px';
    expect(lefts(carousel).size).to.equal(2);
    expect(tops(carousel).size).to.equal(4);
  });

  it('cards of one line have their prices and buttons on one line, whatever else each of them has', async () => {
    const carousel = await show(richListView('en', { layout: 'grid' }));
    await until(() => cards(carousel).some((card) => card.shadowRoot?.querySelector('select')));
    const first = cards(carousel).slice(0, 5);
    for (const part of ['price', 'button']) {
      const bottoms = first.flatMap((card) => {
        const found = card.shadowRoot?.querySelector(`[part="${part}"]`);
        return found ? [Math.round(found.getBoundingClientRect().bottom)] : [];
      });
      expect(bottoms, part).to.have.length.greaterThan(3);
      expect(new Set(bottoms).size, `${part}: ${bottoms}`).to.equal(1);
    }
  });

  it('a list lays its cards on their sides, the words beside the picture, in one column on a phone', async () => {
    const carousel = await show(inLayout(carouselView('en'), 'list'), { widthPx: 340 });
    expect(lefts(carousel).size).to.equal(1);
    for (const card of cards(carousel)) {
      const at = (name: string) => card.shadowRoot?.querySelector(name)?.getBoundingClientRect();
      expect(at('.words')?.left).to.be.greaterThan(at('.frame')?.right ?? Number.POSITIVE_INFINITY);
      expect(Math.abs((at('.words')?.top ?? 0) - (at('.frame')?.top ?? 99))).to.be.lessThan(2);
    }
    carousel.style.inlineSize = '1000px';
    expect(lefts(carousel).size).to.equal(2);
  });

  it('a bundle has its total and one button for all of it, and none on its cards', async () => {
    const carousel = await show(inLayout(carouselView('en', 'ready', 3), 'bundle'));
    await until(() => allInside(carousel, '[part="add-all"]').length > 0);
    expect(inside(carousel, '[part="total"]').textContent).to.match(/66\.75/);
    expect(
      cards(carousel).flatMap((card) => [...(card.shadowRoot?.querySelectorAll('[part="button"]') ?? [])]),
    ).to.have.length(0);
  });

  for (const layout of ['row', 'grid', 'list', 'bundle'] as const)
    it(`R02 frames of a ${layout} on its way take the room of its cards`, async () => {
      const max = layout === 'bundle' ? 3 : 6;
      const plain = carouselView('en', 'ready', max);
      const ready = inLayout({ ...plain, props: { ...plain.props, max } }, layout);
      const carousel = await show({ ...ready, state: 'loading', cards: [] });
      await until(() => boxes(carousel).length === max);
      const before = boxes(carousel).map(({ left, top, width }) => [left, top, width].map(Math.round));
      const height = carousel.getBoundingClientRect().height;
      expect(allInside(carousel, '.item').every((item) => item.ariaHidden === 'true')).to.equal(true);
      carousel.view = ready;
      await carousel.updateComplete;
      await until(() => layout !== 'bundle' || allInside(carousel, '[part="add-all"]').length > 0);
      expect(boxes(carousel).map(({ left, top, width }) => [left, top, width].map(Math.round))).to.deep.equal(
        before,
      );
      expect(Math.abs(carousel.getBoundingClientRect().height - height)).to.be.lessThan(2);
    });

  it('a card alone keeps the size of a card and has no buttons', async () => {
    const carousel = await show(richListView('en', {}, 1));
    const [box] = boxes(carousel);
    expect(box?.width).to.be.within(300, 340);
    expect(inside(carousel, '.controls').hidden).to.equal(true);
  });

  for (const state of ['empty', 'error'] as const) {
    it(`says in words that a list is ${state}, in a box of its own`, async () => {
      const carousel = await show(carouselView('en', state));
      const message = inside(carousel, '.message');
      expect(message.textContent).to.equal(en[`carousel.${state}`]);
      expect(message.getAttribute('role')).to.equal('status');
      expect(message.getBoundingClientRect().height).to.be.greaterThan(40);
      expect(inside(carousel, '.track').getBoundingClientRect().height).to.equal(0);
      expect(inside(carousel, '[part="next"]').getClientRects()).to.have.length(0);
    });

    it(`shows the page's own slides in the place of a list that is ${state}, and gives them up for one that is ready`, async () => {
      const carousel = await show(carouselView('en', state), {
        children: '<a href="#a">A</a><a href="#b">B</a>',
      });
      expect(inside(carousel, '.message').hidden).to.equal(true);
      const slot = inside<HTMLSlotElement>(carousel, 'slot');
      expect(slot.hidden).to.equal(false);
      expect(slot.assignedElements()[0]?.getBoundingClientRect().width).to.be.greaterThan(50);
      expect(allInside(carousel, '.title')).to.have.length(0);
      carousel.view = carouselView('en');
      await carousel.updateComplete;
      expect(cards(carousel)).to.have.length(8);
      expect(slot.hidden).to.equal(true);
    });
  }

  it('says what became of a wish for the cart, and marks the button', async () => {
    const view = carouselView('en');
    const carousel = await show(view);
    await until(() => carousel.getBoundingClientRect().height > 100);
    const live = inside(carousel, '[aria-live]');
    const button = () => cards(carousel)[0]?.shadowRoot?.querySelector('[part="button"]');
    for (const [state, words] of [
      ['busy', ''],
      ['failed', 'Not added. Try again: Stoneware jug, 1.2 l'],
      ['done', 'Added to cart: Stoneware jug, 1.2 l'],
    ] as const) {
      carousel.view = { ...view, adding: { p0: state } };
      await carousel.updateComplete;
      expect(live.textContent).to.equal(words);
      expect(button()?.className).to.equal(state);
    }
  });
});
