import type { Trigger } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';

/** A trigger and the campaign it fires. */
export interface Armed {
  readonly id: string;
  readonly trigger: Trigger;
}

/** Tells that a campaign fired, was asked for by the visitor, or was cancelled. */
export type SetFired = (id: string, to: 'fired' | 'asked' | 'cancelled') => void;

/**
 * Watches clicks, and time from each beginning of a page view; fetched for a document that has such triggers.
 * @returns what begins a page view.
 */
export function watchActs(
  { problems }: PartContext,
  all: readonly Armed[],
  disposer: Disposer,
  set: SetFired,
): () => void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const onClick = (event: Event): void => {
    const path = event.composedPath().filter((one) => one instanceof Element);
    for (const { id, trigger } of all) {
      if (trigger.on !== 'click') continue;
      try {
        if (path.some((one) => one.matches(trigger.selector))) set(id, 'asked');
      } catch {
        problems.report({ code: 'selector-invalid', message: trigger.selector, key: id });
      }
    }
  };
  disposer.on(document, 'click', onClick, { capture: true });
  disposer.add(() => timers.forEach(clearTimeout));
  return () => {
    timers.forEach(clearTimeout);
    timers = all.flatMap(({ id, trigger }) =>
      trigger.on === 'delay' ? [setTimeout(set, trigger.ms, id, 'fired')] : [],
    );
  };
}
