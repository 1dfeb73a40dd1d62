import type { EventName, EventProps, Money } from '@regulars/schema';

/** A decaying number: `value` was right at `atMs`; half-life 14 days. */
export interface Score {
  readonly value: number;
  readonly atMs: number;
}

/** What the journey says of one product. */
export interface ProductTrace {
  readonly score: Score;
  readonly views: number;
  readonly lastMs: number;
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly cartMs?: number | undefined;
  readonly boughtMs?: number | undefined;
}

/** How often something happened: all time, last time, and per day number (days since 1970, UTC), 400 days at most. */
export interface EventCount {
  readonly total: number;
  readonly lastMs: number;
  readonly days: Readonly<Record<number, number>>;
  /**
   * The ten latest times, newest first (epoch ms): they cut the day on which a window begins. Whoever did it ten times
   * since has reached any count that a condition is likely to ask for. Absent in profiles of older versions.
   */
  readonly times?: readonly number[] | undefined;
}

/**
 * The visitor as the journey made them: the aggregates that decisions, lists and tours read. Owned by the append
 * transaction; `foldProfile(profile, event)` is its only writer and reads event times alone.
 */
export interface Profile {
  readonly v: 1;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly counts: Readonly<Partial<Record<EventName, EventCount>>>;
  /**
   * How often something was done with a category, a brand or a product (`product_viewed|category|shoes`), per day for 90
   * days, at most 150, least recently done dropped first.
   */
  readonly about?: Readonly<Record<string, EventCount>> | undefined;
  /** By product id, at most 200, least recently touched dropped first. */
  readonly products: Readonly<Record<string, ProductTrace>>;
  /** Product ids of views, newest first, consecutive repeats folded, at most 50. */
  readonly recent: readonly { readonly id: string; readonly t: number; readonly sid?: string | undefined }[];
  readonly categories: Readonly<Record<string, Score>>;
  readonly brands: Readonly<Record<string, Score>>;
  /** Ids in the cart, from cart events. */
  readonly cart: Readonly<Record<string, number>>;
  readonly cartTotal?: Money | undefined;
  readonly orders: { readonly count: number; readonly lastMs?: number | undefined; readonly lastId?: string };
  /** utm and click ids of the first and the last non-direct touch. */
  readonly firstTouch?: Readonly<Record<string, string>> | undefined;
  readonly lastTouch?: Readonly<Record<string, string>> | undefined;
}

/** Profile of somebody who did nothing yet. */
export const emptyProfile: Profile = {
  v: 1,
  firstMs: 0,
  lastMs: 0,
  counts: {},
  products: {},
  recent: [],
  categories: {},
  brands: {},
  cart: {},
  orders: { count: 0 },
};

/** What the fold reads of an event. */
export interface FoldableEvent {
  readonly name: EventName;
  /** Epoch ms. */
  readonly t: number;
  readonly sid?: string | undefined;
  readonly page: { readonly url: string };
  readonly props: EventProps[EventName];
}

/** Folds one event into a profile; see `foldProfile`. */
export type Fold = (profile: Profile, event: FoldableEvent) => Profile;
