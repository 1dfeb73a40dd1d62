import type { CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import { firesTrigger, type TriggerHappening, triggersOf } from '../rules/trigger-rule.ts';

/** What fired on this page view. */
export interface Triggers {
  fired(campaignId: string): 'no' | 'fired' | 'asked';
  /** The visitor asked for a campaign. */
  ask(campaignId: string): void;
  /** Something happened that may fire. */
  happen(happening: TriggerHappening): void;
  /** Forgets what fired and begins a page view. */
  begin(): void;
}

/**
 * Watches what fires campaigns of a document.
 * @param onFire runs after something fired.
 */
export function createTriggers(
  { problems }: PartContext,
  { campaigns }: CampaignDocument,
  disposer: Disposer,
  onFire: () => void,
): Triggers {
  const all = campaigns.flatMap((one) => triggersOf(one).map((trigger) => ({ id: one.id, trigger })));
  const fired = new Map<string, 'fired' | 'asked'>();
  let timers: ReturnType<typeof setTimeout>[] = [];

  const ask = (id: string): void => {
    fired.set(id, 'asked');
    onFire();
  };
  const happen = (happening: TriggerHappening): void => {
    const found = all.filter(({ id, trigger }) => !fired.has(id) && firesTrigger(trigger, happening));
    for (const { id } of found) fired.set(id, 'fired');
    if (found.length) onFire();
  };
  const onClick = (event: Event): void => {
    const path = event.composedPath().filter((one) => one instanceof Element);
    for (const { id, trigger } of all) {
      if (trigger.on !== 'click') continue;
      try {
        if (path.some((one) => one.matches(trigger.selector))) ask(id);
      } catch {
        problems.report({ code: 'selector-invalid', message: trigger.selector, key: id });
      }
    }
  };
  disposer.on(document, 'click', onClick, { capture: true });
  disposer.add(() => timers.forEach(clearTimeout));

  return {
    fired: (id) => fired.get(id) ?? 'no',
    ask,
    happen,
    begin() {
      fired.clear();
      timers.forEach(clearTimeout);
      timers = all.flatMap(({ trigger }) =>
        trigger.on === 'delay' ? [setTimeout(happen, trigger.ms, { on: 'delay', ms: trigger.ms })] : [],
      );
      const pageType = document.body?.dataset.regularsPage;
      happen({ on: 'page', path: location.pathname, pageType });
    },
  };
}
