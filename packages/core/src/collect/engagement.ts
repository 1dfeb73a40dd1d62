import { createDisposer } from '../lib/disposer.ts';

/** Attention ends so long after the last input (ms). */
const IDLE_MS = 30_000;
const INPUTS = ['pointerdown', 'keydown', 'scroll', 'touchstart'];

/** Measures how long a page was looked at. */
export interface EngagementMeter {
  /** Time since the last call, and how far the page was scrolled, 0 to 1. */
  take(): { readonly engagedMs: number; readonly scrollDepth: number };
  /** Whether the visitor pressed a key or a pointer since the start. */
  acted(): boolean;
  stop(): void;
}

/** Counts time while the page is visible and the last input is less than 30 s old. */
export function startEngagement(now: () => number): EngagementMeter {
  const stops = createDisposer();
  let engagedMs = 0;
  let scrollDepth = 0;
  let countedMs = now();
  let inputMs = now();
  let acted = false;
  let visible = document.visibilityState === 'visible';
  const count = (): void => {
    const t = now();
    if (visible) engagedMs += Math.max(0, Math.min(t, inputMs + IDLE_MS) - countedMs);
    countedMs = t;
    visible = document.visibilityState === 'visible';
  };
  const onInput = ({ type }: Event): void => {
    count();
    acted ||= type !== 'scroll';
    inputMs = now();
    const { scrollHeight } = document.documentElement;
    scrollDepth = Math.max(scrollDepth, Math.min(1, (scrollY + innerHeight) / scrollHeight));
  };
  for (const type of INPUTS) stops.on(window, type, onInput, { passive: true, capture: true });
  stops.on(document, 'visibilitychange', count, { capture: true });
  return {
    take() {
      count();
      const taken = { engagedMs: Math.round(engagedMs), scrollDepth };
      engagedMs = scrollDepth = 0;
      return taken;
    },
    acted: () => acted,
    stop: stops.stop,
  };
}
