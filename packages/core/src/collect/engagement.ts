import { createDisposer } from '../lib/disposer.ts';
import type { Collector } from './collector.ts';

/** Attention ends so long after the last input (ms). */
const IDLE_MS = 30_000;
const INPUTS = ['pointerdown', 'keydown', 'scroll', 'touchstart'];

/**
 * Records how long each page was looked at (visible, focused, and the last input less than 30 s ago) and how far it was
 * scrolled, 0 to 1: when the page view ends and when the page is hidden.
 * @param sinceMs from when on the page counts as looked at, for a collector that comes late (default: its start).
 */
export function engagement(sinceMs?: number): Collector {
  return ({ now, record, onLeave }) => {
    const stops = createDisposer();
    let focused = true;
    const isVisible = (): boolean => focused && document.visibilityState === 'visible';
    let engagedMs = 0;
    let scrollDepth = 0;
    let countedMs = sinceMs ?? now();
    let inputMs = countedMs;
    let visible = isVisible();
    const count = (): void => {
      const t = now();
      if (visible) engagedMs += Math.max(0, Math.min(t, inputMs + IDLE_MS) - countedMs);
      countedMs = t;
      visible = isVisible();
    };
    const onInput = (): void => {
      count();
      inputMs = now();
      const { scrollHeight } = document.documentElement;
      scrollDepth = Math.max(scrollDepth, Math.min(1, (scrollY + innerHeight) / scrollHeight));
    };
    // A window beside another one is visible without being looked at.
    const onFocus = ({ type }: Event): void => {
      focused = type === 'focus';
      count();
    };
    stops.on(window, 'blur', onFocus);
    stops.on(window, 'focus', onFocus);
    for (const type of INPUTS) stops.on(window, type, onInput, { passive: true, capture: true });
    stops.on(document, 'visibilitychange', count, { capture: true });
    stops.add(
      onLeave(() => {
        count();
        const taken = { engagedMs: Math.round(engagedMs), scrollDepth };
        engagedMs = scrollDepth = 0;
        if (taken.engagedMs > 0) record('page', 'engagement_recorded', taken);
      }),
    );
    return stops.stop;
  };
}
