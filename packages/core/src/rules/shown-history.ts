/** What a visitor was assigned in an experiment, under one of their ids. */
export interface ArmRecord {
  readonly unit: string;
  readonly version: number;
  readonly variant: string;
}

/** What a device remembers of a campaign: enough for every cap. Times are epoch ms. */
export interface ShownHistory {
  /** Times of shows, oldest first, at most 50. */
  readonly shows: readonly number[];
  /** Shows in all. */
  readonly count: number;
  readonly dismissed: number;
  readonly completed: number;
  readonly clicked: number;
  readonly tags?: readonly string[] | undefined;
  /** Kind of overlay it was. */
  readonly kind?: string | undefined;
  /** Time of the last dismissal. */
  readonly dismissedAt?: number | undefined;
  /** Version of the campaign that was shown last. */
  readonly version?: number | undefined;
  /** Arms of its experiment, so that nobody changes sides. */
  readonly arms?: readonly ArmRecord[] | undefined;
}

/** What all instances of an origin share: when an overlay was shown, in which session, and who is about to show one. */
export interface AttentionBudget {
  /** Latest time ever seen: a clock that is set back does not free a cap. */
  readonly seenMs: number;
  /** Shows of overlays, oldest first, at most 50. */
  readonly shows: readonly (readonly [at: number, session: string])[];
  /** Reservation of a tab that is about to show one; void at `until`, or when that is further than any lease. */
  readonly lease?: { readonly token: string; readonly until: number } | undefined;
}

export const noHistory: ShownHistory = { shows: [], count: 0, dismissed: 0, completed: 0, clicked: 0 };
export const noBudget: AttentionBudget = { seenMs: 0, shows: [] };
