import type { DebugSection } from '../debug-section.ts';
import { list, make, pairs, show } from '../dom.ts';

/** What the journey says of its visitor: the facts decisions are made from. */
export const profileSection: DebugSection = {
  id: 'profile',
  title: 'profile',
  badge: ({ profile }) => String(profile.recent.length),
  render({ profile }, words) {
    const best = (scores: Readonly<Record<string, { readonly value: number }>>): string =>
      Object.entries(scores)
        .sort((a, b) => b[1].value - a[1].value)
        .slice(0, 5)
        .map(([name, { value }]) => `${name} ${value.toFixed(1)}`)
        .join(', ') || '–';
    return [
      pairs([
        [words.text('first-seen'), profile.firstMs ? words.time(profile.firstMs) : null],
        [words.text('categories'), best(profile.categories)],
        [words.text('brands'), best(profile.brands)],
        [words.text('cart'), show(profile.cart)],
        [words.text('orders'), String(profile.orders.count)],
        [words.text('last-touch'), profile.lastTouch ? show(profile.lastTouch) : null],
      ]),
      list(
        profile.recent.map(({ id, t }) =>
          make('span', {}, make('time', {}, words.time(t)), make('code', {}, id)),
        ),
        words.text('no-products'),
      ),
    ];
  },
};
