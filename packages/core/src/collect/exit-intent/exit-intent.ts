import { createDisposer } from '../../lib/disposer.ts';
import type { Collector } from '../collector.ts';

/** Shorter visits are no exits: the pointer passes the edge on its way in (ms). */
const SETTLED_MS = 5000;
/** A thumb that goes back to the top: so far in so short a time (CSS px, ms). */
const FLICK_PX = 400;
const FLICK_MS = 500;

/**
 * Records `exit_intended`, at most once a page view: a pointer that leaves by the upper edge, a flick back to the top on
 * a touch screen. History is never touched.
 */
export function exitIntent(): Collector {
  return ({ now, record, onPage }) => {
    const stops = createDisposer();
    let sinceMs = now();
    let told = false;
    let from = { y: scrollY, t: sinceMs };
    const tell = (how: string): void => {
      if (told || now() - sinceMs < SETTLED_MS) return;
      told = true;
      record('page', 'exit_intended', { how });
    };
    stops.on(document, 'mouseout', (event) => {
      const { relatedTarget, clientY } = event as MouseEvent;
      if (!relatedTarget && clientY <= 0) tell('pointer');
    });
    const onScroll = (): void => {
      const t = now();
      if (scrollY >= from.y || t - from.t > FLICK_MS) from = { y: scrollY, t };
      else if (from.y - scrollY >= FLICK_PX && matchMedia('(pointer: coarse)').matches) tell('flick');
    };
    stops.on(window, 'scroll', onScroll, { passive: true });
    stops.add(
      onPage(() => {
        sinceMs = now();
        told = false;
      }),
    );
    return stops.stop;
  };
}
