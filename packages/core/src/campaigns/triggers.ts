import { firesTrigger, type TriggerHappening, triggersOf } from '../rules/trigger-rule.ts';
import type { Needs } from './decision-input.ts';
import type { Stage } from './stage.ts';
import type { Acts } from './watch-acts.ts';

/** What fired on this page view. */
export interface Triggers extends Acts {
  fired(campaignId: string): 'no' | 'fired' | 'asked';
  /** Forgets what fired and begins a page view. */
  begin(): void;
}

/** Watches what fires campaigns of a document; decides again after something fired. */
export function createTriggers(
  { context, document: { campaigns }, disposer, again }: Stage,
  { watchActs }: Needs,
): Triggers {
  const all = campaigns.flatMap((one) => triggersOf(one).map((trigger) => ({ id: one.id, trigger })));
  const fired = new Map<string, 'fired' | 'asked'>();
  const ask = (id: string): void => {
    fired.set(id, 'asked');
    again();
  };
  const happen = (happening: TriggerHappening): void => {
    for (const { id, trigger } of all) {
      if (fired.has(id) || !firesTrigger(trigger, happening)) continue;
      fired.set(id, 'fired');
      again();
    }
  };
  const beginActs = watchActs?.(context, all, disposer, { ask, happen });
  return {
    fired: (id) => fired.get(id) ?? 'no',
    ask,
    happen,
    begin() {
      fired.clear();
      beginActs?.();
      const pageType = document.body?.dataset.regularsPage;
      happen({ on: 'page', path: location.pathname, pageType });
    },
  };
}
