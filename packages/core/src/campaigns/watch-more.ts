// Triggers that need a watch on the page, and what cancels; fetched for a document that has them.
import type { Trigger } from '@regulars/schema';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { exitMinMs } from '../rules/exit-rule.ts';
import type { Stage } from './stage.ts';
import type { Armed, SetFired } from './watch-acts.ts';
import { watchExit } from './watch-exit.ts';

type Of<K extends Trigger['on']> = Extract<Trigger, { readonly on: K }>;

/** What one page view is watched with. */
interface Watch {
  readonly stage: Stage;
  readonly disposer: Disposer;
  /** Triggers of one kind. */
  of<K extends Trigger['on']>(on: K): readonly { readonly id: string; readonly trigger: Of<K> }[];
  readonly fire: (id: string) => void;
}

const inputs = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'];
/** Attention ends so long after the last input (ms), as in the collector of engagement. */
const attentionMs = 30_000;
const tickMs = 250;

const isVisible = (): boolean => document.visibilityState === 'visible';

/** Elements that appear, now or later; each look is at most one a frame. */
function watchSelectors({ stage, disposer, of, fire }: Watch): void {
  let waiting = [...of('selector')];
  if (!waiting.length) return;
  let asked = 0;
  const look = (): void => {
    asked = 0;
    waiting = waiting.filter(({ id, trigger: { selector } }) => {
      try {
        if (!document.querySelector(selector)) return true;
        fire(id);
      } catch {
        stage.context.problems.report({ code: 'selector-invalid', message: selector, key: id });
      }
      return false;
    });
    if (!waiting.length) observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    asked ||= requestAnimationFrame(look);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  disposer.add(() => {
    observer.disconnect();
    cancelAnimationFrame(asked);
  });
  look();
}

/** Time in which the page was visible and used, and time without any input. */
function watchTime({ disposer, of, fire }: Watch): void {
  const engaged = of('engaged');
  const idle = of('idle');
  if (!engaged.length && !idle.length) return;
  let last = performance.now();
  let counted = last;
  let usedMs = 0;
  const onInput = (): void => {
    last = performance.now();
  };
  for (const type of inputs) disposer.on(window, type, onInput, { passive: true, capture: true });
  const timer = setInterval(() => {
    const at = performance.now();
    // A page that slept counts one tick, not the night.
    if (isVisible() && at - last < attentionMs) usedMs += Math.min(at - counted, 2 * tickMs);
    counted = at;
    for (const { id, trigger } of engaged) if (usedMs >= trigger.ms) fire(id);
    for (const { id, trigger } of idle) if (isVisible() && at - last >= trigger.ms) fire(id);
  }, tickMs);
  disposer.add(() => clearInterval(timer));
}

function watchScroll({ disposer, of, fire }: Watch): void {
  const all = of('scroll');
  if (!all.length) return;
  const look = (): void => {
    const depth = (scrollY + innerHeight) / document.documentElement.scrollHeight;
    for (const { id, trigger } of all) if (depth >= trigger.share) fire(id);
  };
  // A page that fits is read without scrolling; an act of the visitor has to say so all the same.
  disposer.on(window, 'scroll', look, { passive: true, capture: true });
}

function watchReturn({ disposer, of, fire }: Watch): void {
  const all = of('return');
  if (!all.length) return;
  let leftMs = isVisible() ? Number.POSITIVE_INFINITY : performance.now();
  disposer.on(document, 'visibilitychange', () => {
    const at = performance.now();
    if (!isVisible()) leftMs = at;
    else for (const { id, trigger } of all) if (at - leftMs >= (trigger.minAwayMs ?? 5000)) fire(id);
  });
}

/**
 * Watches a document's rarer triggers and what cancels a campaign.
 * @param set tells that a campaign fired or was cancelled.
 * @returns what begins a page view.
 */
export function watchMore(stage: Stage, all: readonly Armed[], set: SetFired): () => void {
  const {
    context,
    disposer: whole,
    document: { campaigns },
  } = stage;
  let disposer = createDisposer();
  whole.add(() => disposer.stop());
  const fire = (id: string): void => set(id, 'fired');
  const of = <K extends Trigger['on']>(on: K): readonly { id: string; trigger: Of<K> }[] =>
    all.flatMap(({ id, trigger }) => (trigger.on === on ? [{ id, trigger: trigger as Of<K> }] : []));
  whole.add(
    context.journey.onEvent(({ name, props }) => {
      for (const { id, cancelOn } of campaigns) if (cancelOn?.includes(name)) set(id, 'cancelled');
      const found = name === 'search_performed' && 'resultCount' in props ? props.resultCount : undefined;
      if (found === 0) for (const { id } of of('noResults')) fire(id);
    }),
  );
  return () => {
    disposer.stop();
    disposer = createDisposer();
    const watch: Watch = { stage, disposer, of, fire };
    watchSelectors(watch);
    watchTime(watch);
    watchScroll(watch);
    watchReturn(watch);
    const exits = of('exitIntent').map(({ id, trigger: { minMs = exitMinMs, touch } }) => ({
      id,
      minMs,
      touch,
    }));
    if (exits.length) watchExit(exits, { context, disposer, fire });
  };
}
