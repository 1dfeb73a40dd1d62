import type { TourView } from '@regulars/core';
import { findTarget } from '../lib/anchor/find-target.ts';
import { followTarget } from '../lib/anchor/follow-target.ts';
import type { TourStep } from '../lib/types.ts';
import { queryOf } from './tour.view.ts';

/** Steps after this one that may be passed over at once; none: one of them stays, whatever the page holds. */
export function skippableAfter({ props, step }: TourView): readonly TourStep[] {
  if (step.next) return [];
  const rest = props.steps.slice(props.steps.findIndex(({ id }) => id === step.id) + 1);
  const passes = ({ onMissing = 'skip', waitMs, page, target }: TourStep): boolean =>
    onMissing === 'skip' && waitMs === 0 && !page && !!target;
  return rest.every(passes) ? rest : [];
}

/** Tells whether all that follows would be passed over at once: then this step is the last one. */
export function watchFuture(view: TourView, tell: (ends: boolean) => void, signal: AbortSignal): void {
  const queries = skippableAfter(view).flatMap((step) => queryOf(step, view.texts) ?? []);
  if (queries.length === 0) return;
  const selectors = queries.flatMap((one) => one.selectors);
  const look = (): void => tell(queries.every((one) => findTarget(one, document).type === 'missing'));
  const stop = followTarget(
    { selectors },
    { waitMs: 2 ** 31 - 1 },
    { onTarget: () => {}, onMissing: () => {}, onChange: look },
  );
  signal.addEventListener('abort', stop);
}
