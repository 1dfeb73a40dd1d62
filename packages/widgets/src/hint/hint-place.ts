import type { HintView } from '@regulars/core';
import { type Box, shownPartOf } from '../lib/anchor/composed.ts';
import { coverAt } from '../lib/anchor/cover.ts';
import { stickyInsets } from '../lib/anchor/insets.ts';
import { placeBox } from '../lib/anchor/place-box.ts';

/** What is kept at a target. */
export interface HintParts {
  readonly spot: HTMLElement;
  /** Its words, when they are open. */
  readonly tip: HTMLElement | null;
}

/** How far the beacon's 44 px reach beyond the corner of its target. */
const REACH_PX = 22;

/** A target at the edge of the window does not push half of its beacon out of it. */
function keepInside(spot: HTMLElement, { left, right, top, bottom }: Box, rtl: boolean): void {
  const { clientWidth } = document.documentElement;
  const beside = Math.max(0, rtl ? REACH_PX - left : right + REACH_PX - clientWidth);
  const above = Math.max(0, REACH_PX - top);
  if (beside > 0) {
    spot.style.width = `${Math.max(0, right - left + 12 - beside)}px`;
    if (rtl) spot.style.left = `${left - 6 + beside}px`;
  }
  if (above > 0) {
    spot.style.top = `${top - 6 + above}px`;
    spot.style.height = `${Math.max(0, bottom - top + 12 - above)}px`;
  }
}

/**
 * Keeps beacon and words at their target. A beacon whose target is covered, or scrolled away, is hidden with it.
 * @param seen runs when the beacon can be seen.
 */
export function placeHint(
  target: Element,
  { spot, tip }: HintParts,
  {
    view,
    away,
    own,
    seen,
  }: { readonly view: HintView; readonly away: boolean; readonly own: Element; readonly seen: () => void },
): () => void {
  const moved = (): void => {
    const part = away ? shownPartOf(target) : null;
    if (!part) {
      if (!away) seen();
      return;
    }
    keepInside(spot, part, view.dir === 'rtl');
    const [x, y] = [(part.left + part.right) / 2, (part.top + part.bottom) / 2];
    const inView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
    const covered = inView && coverAt(target, x, y, own) !== null;
    spot.toggleAttribute('data-covered', covered && !tip);
    if (inView && !covered) seen();
  };
  const { placement = 'auto' } = view.props;
  return placeBox(
    target,
    { box: tip ?? spot, spot: away ? spot : null },
    { tooltip: tip !== null, placement, rtl: view.dir === 'rtl', insets: () => stickyInsets(target), moved },
  );
}
