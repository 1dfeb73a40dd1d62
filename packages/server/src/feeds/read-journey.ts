import { emptyProfile, type FoldableEvent, foldProfile, type Profile } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';

/** What a list is made from. */
export interface PersonJourney {
  readonly profile: Profile;
  /** Ids on the shop's orders that stand. */
  readonly bought: ReadonlySet<string>;
  /** Ids saved by a heart and not taken off since, newest first. */
  readonly saved: readonly string[];
}

/** The newest events that are folded. */
const most = 3000;
const acts =
  "'product_viewed', 'cart_product_added', 'cart_product_removed', 'cart_viewed', 'order_placed', 'wishlist_product_added', 'wishlist_product_removed'";
const persons = 'select id from person where coalesce(merged_into, id) = $1';

/**
 * Folds a person's events on all browsers with the code of the browser. Only what was recorded with leave to
 * personalise counts; what the shop calls sensitive never does.
 */
export async function readPersonJourney({ db }: ServerContext, personId: string): Promise<PersonJourney> {
  const events = await db.query<FoldableEvent & { readonly url: string }>(
    `select name, t, sid, url, props from (
       select e.name, e.t, e.seq, e.sid, e.url, e.props from event e join visitor v on v.anonymous_id = e.anonymous_id
       where v.person_id in (${persons}) and not e.test and 'personalization' = any(e.consent) and e.name in (${acts})
       order by e.t desc, e.seq desc limit ${most}) newest
     order by t, seq`,
    [personId],
  );
  let profile: Profile = emptyProfile;
  const saved = new Set<string>();
  for (const { url, ...event } of events) {
    profile = foldProfile(profile, { ...event, page: { url } });
    const product = 'product' in event.props ? event.props.product.id : undefined;
    if (product === undefined || !event.name.startsWith('wishlist')) continue;
    saved.delete(product);
    if (event.name === 'wishlist_product_added') saved.add(product);
  }
  const bought = await db.query<{ readonly id: string }>(
    `select distinct item->>'productId' as id from shop_order o cross join lateral jsonb_array_elements(o.items) item
     where o.person_id in (${persons}) and o.status not in ('cancelled', 'returned') and item->>'productId' is not null`,
    [personId],
  );
  return { profile, bought: new Set(bought.map(({ id }) => id)), saved: [...saved].reverse() };
}
