import type { TourView } from '@regulars/core';
import { findTarget } from '../lib/anchor/find-target.ts';
import { joinTab } from '../lib/focus-loan.ts';
import type { TourStep } from '../lib/types.ts';
import { queryOf, skippableAfter } from './tour.view.ts';
import { watchElsewhere } from './yields.ts';

/** A step that the visitor can see. */
export interface Shown {
  readonly own: Element;
  readonly box: HTMLElement;
  readonly step: TourStep;
  readonly target: Element | null;
  readonly modal: boolean;
  /** Ms already waited on this step. */
  readonly waited: { ms: number };
  readonly aside: () => void;
  /** An act that the step waited for was done in the page. */
  readonly advance: (what: string) => unknown;
}

/** Watches what the visitor does while a step is shown; what watches acts is fetched for steps that have some. */
export function watchShown(
  { own, box, step, target, modal, waited, aside, advance }: Shown,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented) joinTab(event, box, { target, modal });
  };
  document.addEventListener('keydown', onKey, { signal });
  if (!modal) watchElsewhere({ own, target, aside }, signal);
  if (![step.advanceOn ?? []].flat().some((act) => typeof act !== 'string' && !('event' in act))) return;
  import('./acts.ts').then(
    ({ watchActs }) => signal.aborted || watchActs({ step, waited, done: advance }, signal),
    () => {
      // The step stays with its buttons.
    },
  );
}

/** Whether all that follows a step would be passed over at once: then it is the last one. */
export function endsHere(view: TourView): boolean {
  const rest = skippableAfter(view);
  return (
    !!rest &&
    rest.every((step) => {
      const query = queryOf(step, view.texts);
      return !!query && findTarget(query, document).type === 'missing';
    })
  );
}
