import type { Trigger } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import type { TriggerHappening } from '../rules/trigger-rule.ts';

/** A trigger and the campaign it fires. */
export interface Armed {
  readonly id: string;
  readonly trigger: Trigger;
}

/** What is told of acts. */
export interface Acts {
  /** The visitor asked for a campaign. */
  ask(campaignId: string): void;
  /** Something happened that may fire. */
  happen(happening: TriggerHappening): void;
}

/**
 * Watches clicks, and time from each beginning of a page view; fetched for a document that has such triggers.
 * @returns what begins a page view.
 */
export function watchActs(
  { problems }: PartContext,
  all: readonly Armed[],
  disposer: Disposer,
  { ask, happen }: Acts,
): () => void {
  let timers: ReturnType<typeof setTimeout>[] = [];
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
  return () => {
    timers.forEach(clearTimeout);
    timers = all.flatMap(({ trigger }) =>
      trigger.on === 'delay' ? [setTimeout(happen, trigger.ms, { on: 'delay', ms: trigger.ms })] : [],
    );
  };
}
