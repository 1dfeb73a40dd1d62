import type { Condition } from '../condition.ts';
import type { Finding } from './explain-issue.ts';

/** Events that say which products they were about, and that the profile counts by them. */
const about = [
  'product_viewed',
  'wishlist_product_added',
  'cart_product_added',
  'cart_product_removed',
  'order_placed',
];

/** A `where` that could never hold: of an event without products, or with more or fewer than one of its keys. */
export function checkWhere(
  { did, where }: Extract<Condition, { readonly did: string }>,
  path: readonly PropertyKey[],
): readonly Finding[] {
  if (!where) return [];
  const keys = Object.keys(where);
  if (keys.length !== 1)
    return [
      {
        code: 'wrong-where',
        path,
        what: keys.join(', ') || 'nothing',
        why: 'The profile counts by one of category, brand and product at a time.',
        fix: 'Write one of them; join two behaviours with "all".',
      },
    ];
  if (about.includes(did)) return [];
  return [
    {
      code: 'wrong-where',
      path,
      what: did,
      why: 'This event is not about products, so it would never be counted.',
      fix: `Use one of ${about.join(', ')}.`,
    },
  ];
}
