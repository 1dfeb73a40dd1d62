import { firesTrigger, type TriggerHappening, triggersOf } from '../rules/trigger-rule.ts';
import type { Needs } from './decision-input.ts';
import type { Stage } from './stage.ts';
import type { SetFired } from './watch-acts.ts';

/** What fired on this page view. */
export interface Triggers {
  fired(campaignId: string): 'no' | 'fired' | 'asked' | 'cancelled';
  readonly set: SetFired;
  /** Something happened that may fire. */
  happen(happening: TriggerHappening): void;
  /** Forgets what fired and begins a page view. */
  begin(): void;
}

/** Watches what fires campaigns of a document; decides again after something fired. */
export function createTriggers(stage: Stage, { watchActs, watchMore }: Needs): Triggers {
  const { context, disposer, again } = stage;
  const all = stage.document.campaigns.flatMap((one) =>
    triggersOf(one).map((trigger) => ({ id: one.id, trigger })),
  );
  const fired = new Map<string, 'fired' | 'asked' | 'cancelled'>();
  const set: SetFired = (id, to) => {
    const was = fired.get(id);
    // What the visitor asked for is cancelled by nothing; what fired once has fired.
    if (to !== 'asked' && (was === 'asked' || was === to || (to === 'fired' && was))) return;
    fired.set(id, to);
    again();
  };
  const happen = (happening: TriggerHappening): void => {
    for (const { id, trigger } of all) if (firesTrigger(trigger, happening)) set(id, 'fired');
  };
  const begins = [watchMore?.(stage, all, set), watchActs?.(context, all, disposer, set)];
  return {
    fired: (id) => fired.get(id) ?? 'no',
    set,
    happen,
    begin() {
      fired.clear();
      for (const begin of begins) begin?.();
      const pageType = document.body?.dataset.regularsPage;
      happen({ on: 'page', path: location.pathname, pageType });
    },
  };
}
