import type { Desk } from './desk.ts';
import type { StepSignal, StoredTour } from './tour-state.ts';

/** Name of what a page leaves of its tours. */
export const LEFT = 'tour';

/** What a page could not write before it went. */
export interface TourWord {
  readonly campaignId: string;
  /** Absent: the tour is over. */
  readonly row?: StoredTour | undefined;
  /** Epoch ms; a newer row stands. */
  readonly at: number;
  /** What the visitor did before the machine was there, and to which step: nobody has done or told it yet. */
  readonly acts?: readonly StepSignal[] | undefined;
  readonly stepId?: string | undefined;
}

/**
 * Waits for a write; a page that goes before it is done leaves a word to the next one: writes under way when a page goes
 * may be lost in every engine.
 */
export function orLeave(
  { context, busy }: Desk,
  work: Promise<unknown>,
  more: Omit<TourWord, 'at'>,
): Promise<void> {
  const word: TourWord = { ...more, at: context.now() };
  const leave = (): void => {
    if (context.storage.allows('functional')) context.storage.left.leave(LEFT, word);
  };
  addEventListener('pagehide', leave);
  const done = work.then(() => {}).finally(() => removeEventListener('pagehide', leave));
  busy(done);
  return done;
}
