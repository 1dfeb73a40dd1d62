import type { TourStep } from '@regulars/schema';
import { matchesGlob } from '../../rules/glob.ts';

/** Where a visitor is in a tour. */
export interface TourState {
  readonly campaignId: string;
  /** Of the tour's steps; a stored position of another version means nothing. */
  readonly version: number;
  /** From 0. */
  readonly index: number;
}

/** What can happen to a tour; every way out passes through `end` with its cause. */
export type TourAct =
  | { readonly type: 'next' | 'skip' | 'back' | 'complete' }
  | { readonly type: 'dismiss'; readonly cause: string }
  | { readonly type: 'target-missing' }
  /** A journey event; advances a step that waits for it. */
  | { readonly type: 'event'; readonly name: string };

/** What comes of an act: another position, the end, or nothing. */
export type TourMove =
  | { readonly type: 'step'; readonly index: number; readonly skipped?: string | undefined }
  | { readonly type: 'end'; readonly cause: 'completed' | 'dismissed'; readonly detail: string }
  | { readonly type: 'stay' };

const stay: TourMove = { type: 'stay' };

function advance(index: number, steps: readonly TourStep[], skipped?: string): TourMove {
  return index + 1 < steps.length
    ? { type: 'step', index: index + 1, ...(skipped ? { skipped } : {}) }
    : { type: 'end', cause: 'completed', detail: 'done' };
}

/** One transition per act: pure, total. */
export function moveTour(
  { index }: Pick<TourState, 'index'>,
  steps: readonly TourStep[],
  act: TourAct,
): TourMove {
  const step = steps[index];
  if (!step) return { type: 'end', cause: 'dismissed', detail: 'step-unknown' };
  if (act.type === 'next') return advance(index, steps);
  if (act.type === 'skip') return { type: 'end', cause: 'dismissed', detail: 'skipped' };
  if (act.type === 'back') return index > 0 ? { type: 'step', index: index - 1 } : stay;
  if (act.type === 'complete') return { type: 'end', cause: 'completed', detail: 'done' };
  if (act.type === 'dismiss') return { type: 'end', cause: 'dismissed', detail: act.cause };
  if (act.type === 'event') return step.advanceOn === act.name ? advance(index, steps) : stay;
  if (step.onMissing === 'end') return { type: 'end', cause: 'dismissed', detail: 'target-missing' };
  if (step.onMissing === 'center') return stay;
  // A last step without its target was not seen: that is no completed tour.
  return index + 1 < steps.length
    ? advance(index, steps, 'target-missing')
    : { type: 'end', cause: 'dismissed', detail: 'target-missing' };
}

/** Whether a step may show on a page. */
export function isStepHere(step: TourStep | undefined, path: string): boolean {
  return step !== undefined && (step.page === undefined || matchesGlob(step.page, path));
}
