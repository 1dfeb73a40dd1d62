import type { EventName } from '@regulars/schema';

/**
 * Every event by how it is kept: `0` is evicted first (impressions, timers), `1` the rest, `2` page views, `3`
 * commerce, `4` never before its age limit. `p`: passive, caused by no act of the visitor, never extends a session;
 * `c`: critical, written and sent at once.
 */
const vocabulary = {
  '0p': 'engagement_recorded experience_decided experience_shown experience_viewed tour_step_shown recommendation_shown recommendation_viewed exit_intended product_seen promotion_viewed',
  '1': 'product_clicked list_viewed filter_used experience_clicked experience_dismissed experience_completed tour_step_answered tour_snoozed tour_completed tour_dismissed recommendation_clicked recommendation_added recommendation_refused promotion_clicked product_shared product_reviewed click_frustrated custom_recorded',
  '1p': 'holdout_reached tour_started tour_step_skipped',
  '2': 'page_viewed session_started',
  '3': 'product_viewed search_performed cart_viewed cart_product_added cart_product_removed wishlist_product_added wishlist_product_removed checkout_started shipping_info_added payment_info_added coupon_applied coupon_denied coupon_removed payment_failed',
  '4c': 'order_placed order_refunded customer_identified customer_signed_out consent_changed prize_drawn prize_claimed',
  '4p': 'events_lost',
} as const;

const classes = new Map(
  Object.entries(vocabulary).flatMap(([word, names]) => names.split(' ').map((name) => [name, word])),
);

/** How an event is kept: its priority, then `p` or `c` as above; `undefined`: the name is not in the vocabulary. */
export const eventClass = (name: string): string | undefined => classes.get(name);

/** Caused by no act of the visitor. */
export const isPassive = (name: string): boolean => eventClass(name)?.[1] === 'p';

/** Written and sent at once. */
export const isCritical = (name: string): boolean => eventClass(name)?.[1] === 'c';

/** 0 to 4; what has the lowest is evicted first. */
export const priorityOf = (name: string): number => Number(eventClass(name)?.[0] ?? 1);

type Words<T extends string> = T extends `${infer First} ${infer Rest}` ? First | Words<Rest> : T;
type Named = Words<(typeof vocabulary)[keyof typeof vocabulary]>;
type Unclassed = Exclude<EventName, Named> | Exclude<Named, EventName>;
type Complete<T extends true> = T;
/** Does not compile when an event of the schema has no class, or a class names no event. */
export type VocabularyIsComplete = Complete<[Unclassed] extends [never] ? true : false>;
