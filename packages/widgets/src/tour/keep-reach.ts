import { boxOf } from '../lib/anchor/composed.ts';
import { isInReach } from '../lib/anchor/in-reach.ts';
import { publishInsets } from '../lib/anchor/published-insets.ts';
import { bringIntoReach } from '../lib/anchor/reach.ts';
import type { Attendant } from './shown-step.ts';

/** How to keep a target in reach. */
export interface KeepReachOptions {
  readonly target: Element;
  /** Our own layer. */
  readonly own: Element;
  /** The step's box, when it is a sheet that covers an edge. */
  readonly sheet: HTMLElement | null;
  readonly behavior: ScrollBehavior;
}

/** Times a step scrolls by itself at most: a page that moves all the time is left alone. */
const maxTimes = 6;
const scrollKeys = /^(Page|Home|End|Arrow(Up|Down)$)/;

/**
 * Brings the target into reach, and again when the sheet or the target grows or the page pushes it away; never once the
 * visitor has scrolled. A sheet over a target that cannot move goes to the upper edge. `moved` looks again. Stops with
 * the signal.
 */
export function keepReach(
  { target, own, sheet, behavior }: KeepReachOptions,
  signal: AbortSignal,
): Attendant {
  let times = 0;
  let busy = false;
  let left = false;
  let at = '';
  const where = (): string => `${Math.round(boxOf(target).top)}/${Math.round(scrollY)}`;
  const look = (): void => {
    at = where();
    if (busy || left || signal.aborted || times >= maxTimes || !target.isConnected) return;
    if (sheet?.dataset.edge === 'top') return;
    const limit = sheet ? innerHeight - sheet.offsetHeight : innerHeight;
    if (isInReach(target, { own, limit })) return;
    busy = true;
    times += 1;
    bringIntoReach(target, { bottomPx: innerHeight - limit, behavior, own, signal })
      .then((insets) => {
        busy = false;
        if (signal.aborted) return;
        publishInsets('page', insets);
        signal.addEventListener('abort', () => publishInsets('page', null));
        dodge(target, sheet);
        at = where();
      })
      // A target that left meanwhile: the resolver tells it.
      .catch(() => {
        busy = false;
      });
  };
  onOwnScroll(signal, () => {
    left = true;
  });
  const grown = new ResizeObserver(look);
  grown.observe(target);
  if (sheet) grown.observe(sheet, { box: 'border-box' });
  signal.addEventListener('abort', () => grown.disconnect());
  look();
  return {
    // The page pushed it without scrolling: content came in above.
    moved: () => {
      const now = where();
      if (now !== at && now.split('/')[1] === at.split('/')[1]) look();
      at = now;
    },
  };
}

/** Runs when the visitor scrolls. */
function onOwnScroll(signal: AbortSignal, scrolls: () => void): void {
  const look = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || scrollKeys.test(event.key)) scrolls();
  };
  for (const type of ['wheel', 'touchmove', 'keydown'])
    addEventListener(type, look, { passive: true, capture: true, signal });
}

/** What cannot be scrolled out from under the sheet (a bar at the lower edge) makes the sheet give way. */
function dodge(target: Element, sheet: HTMLElement | null): void {
  if (!sheet) return;
  const { top, bottom } = boxOf(target);
  if (bottom > innerHeight - sheet.offsetHeight + 1 && top >= sheet.offsetHeight) sheet.dataset.edge = 'top';
}
