import { firesTrigger, type TriggerHappening, triggersOf } from '../rules/trigger-rule.ts';
import type { Needs } from './decision-input.ts';
import type { Stage } from './stage.ts';
import type { Acts } from './watch-acts.ts';

/** What fired on this page view. */
export interface Triggers extends Acts {
  fired(campaignId: string): 'no' | 'fired' | 'asked' | 'cancelled';
  /** Forgets what fired and begins a page view. */
  begin(): void;
}

/** Watches what fires campaigns of a document; decides again after something fired. */
export function createTriggers(stage: Stage, { watchActs, watchMore }: Needs): Triggers {
  const {
    context,
    document: { campaigns },
    disposer,
    again,
  } = stage;
  const all = campaigns.flatMap((one) => triggersOf(one).map((trigger) => ({ id: one.id, trigger })));
  const fired = new Map<string, 'fired' | 'asked' | 'cancelled'>();
  const ask = (id: string): void => {
    fired.set(id, 'asked');
    again();
  };
  const set = (id: string, to: 'fired' | 'cancelled'): void => {
    // What the visitor asked for is cancelled by nothing; what fired once has fired.
    if (fired.get(id) === 'asked' || fired.get(id) === to || (to === 'fired' && fired.has(id))) return;
    fired.set(id, to);
    again();
  };
  const happen = (happening: TriggerHappening): void => {
    for (const { id, trigger } of all) if (firesTrigger(trigger, happening)) set(id, 'fired');
  };
  const beginMore = watchMore?.(stage, all, set);
  const beginActs = watchActs?.(context, all, disposer, { ask, happen });
  return {
    fired: (id) => fired.get(id) ?? 'no',
    ask,
    happen,
    begin() {
      fired.clear();
      beginActs?.();
      beginMore?.();
      const pageType = document.body?.dataset.regularsPage;
      happen({ on: 'page', path: location.pathname, pageType });
    },
  };
}
