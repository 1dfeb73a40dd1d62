import type { CarouselView } from '@regulars/core';
import { carouselView } from './fixtures.ts';

/** A list whose cards have what cards may have: rating, variants, reason, no picture. */
export function richListView(
  lang: string,
  props: Partial<CarouselView['props']> = {},
  count = 8,
): CarouselView {
  const view = carouselView(lang, 'ready', count);
  const cards = view.cards.map(({ product, ...card }, at) => ({
    ...card,
    ...(at < 3 && { becauseTitle: view.cards[(at + 2) % view.cards.length]?.product.title }),
    product: {
      ...product,
      ...(at % 2 === 0 && { rating: { value: 4.6 - at / 10, count: 128 - at * 9 } }),
      ...(at === 2 && {
        variants: [
          { id: 's', label: '30 × 20 cm' },
          { id: 'l', label: '45 × 30 cm' },
        ],
      }),
      ...(at === 3 && { image: undefined }),
    },
  }));
  return { ...view, cards, props: { ...view.props, ...props }, adding: { p1: 'done', p3: 'failed' } };
}

/** Every way in which a list stands. */
export function listViews(lang: string): Readonly<Record<string, CarouselView>> {
  const inLayout = (layout: 'grid' | 'list' | 'bundle'): CarouselView => {
    const view = carouselView(lang, 'loading');
    return { ...view, props: { ...view.props, layout } };
  };
  return {
    row: richListView(lang),
    plain: carouselView(lang),
    grid: richListView(lang, { layout: 'grid' }),
    list: richListView(lang, { layout: 'list' }, 4),
    bundle: { ...richListView(lang, { layout: 'bundle' }, 3), adding: {} },
    hearts: { ...richListView(lang), saved: ['p0', 'p2'], adding: { p0: 'busy' } },
    single: richListView(lang, {}, 1),
    'single in a grid': richListView(lang, { layout: 'grid' }, 1),
    loading: carouselView(lang, 'loading'),
    'loading grid': inLayout('grid'),
    'loading list': inLayout('list'),
    'loading bundle': inLayout('bundle'),
    empty: carouselView(lang, 'empty'),
    error: carouselView(lang, 'error'),
  };
}
