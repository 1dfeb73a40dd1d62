import type { EventName } from '@regulars/schema';

/** How an event is kept: what is evicted first, what extends a session, what is written and sent at once. */
export interface EventClass {
  /** 0 is evicted first (impressions, timers), 1 the rest, 2 page views, 3 commerce, 4 never before its age limit. */
  readonly priority: number;
  /** Caused by no act of the visitor: never extends a session. */
  readonly passive: boolean;
  /** Written and sent at once. */
  readonly critical: boolean;
}

/** Priority, then `p` for passive, `c` for critical. */
const classes: Readonly<Record<EventName, string>> = {
  page_viewed: '2',
  session_started: '2',
  engagement_recorded: '0p',
  product_viewed: '3',
  product_clicked: '1',
  list_viewed: '1',
  search_performed: '3',
  filter_used: '1',
  cart_viewed: '3',
  cart_product_added: '3',
  cart_product_removed: '3',
  wishlist_product_added: '3',
  checkout_started: '3',
  shipping_info_added: '3',
  payment_info_added: '3',
  coupon_applied: '3',
  order_placed: '4c',
  customer_identified: '4c',
  customer_signed_out: '4c',
  consent_changed: '4c',
  experience_decided: '0p',
  experience_shown: '0p',
  experience_viewed: '0p',
  experience_clicked: '1',
  experience_dismissed: '1',
  experience_completed: '1',
  holdout_reached: '1p',
  tour_started: '1p',
  tour_step_shown: '0p',
  tour_step_skipped: '1p',
  tour_step_answered: '1',
  tour_snoozed: '1',
  tour_completed: '1',
  tour_dismissed: '1',
  recommendation_shown: '0p',
  recommendation_viewed: '0p',
  recommendation_clicked: '1',
  prize_drawn: '4c',
  prize_claimed: '4c',
  exit_intended: '0p',
  events_lost: '4p',
  custom_recorded: '1',
};

/** Class of an event; `undefined`: the name is not in the vocabulary. */
export function eventClass(name: string): EventClass | undefined {
  const word = Object.hasOwn(classes, name) ? classes[name as EventName] : undefined;
  return word === undefined
    ? undefined
    : { priority: Number(word[0]), passive: word[1] === 'p', critical: word[1] === 'c' };
}
