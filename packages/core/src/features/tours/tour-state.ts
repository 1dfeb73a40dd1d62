import type { WidgetSignal } from '../widget-signal.ts';

/** What the visitor did to a step. */
export type StepSignal = Extract<WidgetSignal, { readonly type: 'tour' }>;

/** Where a visitor is in a tour. */
export interface TourState {
  /** Of the tour's steps, from 0. */
  readonly index: number;
  /** Steps that were left by going on, oldest first: the way back. */
  readonly path: readonly number[];
  /** What the visitor said, by step id. */
  readonly answers: Readonly<Record<string, string>>;
  /** The step was shown. */
  readonly seen: boolean;
}

/** What is stored of an unfinished tour. */
export interface StoredTour extends Partial<TourState> {
  /** Of the tour's steps; a stored position of another version means nothing. */
  readonly version: number;
  readonly index: number;
  /** Epoch ms of the last step. */
  readonly at: number;
  /** How often what the step waits for had happened by then. */
  readonly heard?: number | undefined;
  /** Ms after `at` at which it is over (default a day). */
  readonly ttl?: number | undefined;
  /** Epoch ms before which it does not go on: the visitor put it off. */
  readonly until?: number | undefined;
  /** What the visitor did before the page went, in order; the next page does it. */
  readonly acts?: readonly StepSignal[] | undefined;
  /** Tab that shows it, or did when it was killed: who finds another asks it. */
  readonly lead?: { readonly tab: string } | undefined;
}

/** Key prefix of unfinished tours in the store `feature`. */
export const prefix = 'tour:';

/** The beginning of a tour. */
export const firstState: TourState = { index: 0, path: [], answers: {}, seen: false };
