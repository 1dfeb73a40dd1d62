import { createDisposer } from '../../lib/disposer.ts';
import type { Collector } from '../collector.ts';

/** Rage: so many clicks, each so soon after the last and so near it. */
const CLICKS = 3;
const SOON_MS = 1000;
const NEAR_PX = 30;
/** Dead: nothing came of a click for so long (ms). */
const DEAD_MS = 2500;

const acting =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [onclick], [tabindex]';

/**
 * Records `click_frustrated`: `rage` for three clicks on one spot, `dead` for a click on what looks alive that changes,
 * scrolls, selects and opens nothing for 2.5 s. Of the element its tag and id are kept, never its text.
 */
export function frustration(): Collector {
  return ({ now, record, onLeave }) => {
    const stops = createDisposer();
    let last = { t: Number.NEGATIVE_INFINITY, x: 0, y: 0, count: 0 };
    let dead: ReturnType<typeof setTimeout> | undefined;
    const live = (): void => {
      clearTimeout(dead);
      dead = undefined;
    };
    const tell = (kind: 'rage' | 'dead', { localName, id }: Element): void => {
      record('page', 'click_frustrated', { kind, target: id ? `${localName}#${id}` : localName });
    };
    const changes = new MutationObserver(live);
    changes.observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    stops.add(() => changes.disconnect());
    stops.on(
      document,
      'click',
      (event) => {
        const { clientX: x, clientY: y, target } = event as MouseEvent;
        if (!(target instanceof Element)) return;
        const t = now();
        const repeats = t - last.t < SOON_MS && Math.hypot(x - last.x, y - last.y) < NEAR_PX;
        last = { t, x, y, count: repeats ? last.count + 1 : 1 };
        if (last.count === CLICKS) tell('rage', target);
        live();
        if (target.closest(acting)) dead = setTimeout(() => tell('dead', target), DEAD_MS);
      },
      { capture: true },
    );
    // Each is an answer; fields answer by their own look.
    for (const type of ['scroll', 'input', 'change', 'focusin', 'submit', 'toggle', 'play'])
      stops.on(document, type, live, { capture: true, passive: true });
    stops.on(document, 'selectionchange', live);
    stops.add(onLeave(live));
    stops.add(live);
    return stops.stop;
  };
}
