import type { HintView } from '@regulars/core';
import { shownPartOf } from '../lib/anchor/composed.ts';
import { coverAt } from '../lib/anchor/cover.ts';
import { stickyInsets } from '../lib/anchor/insets.ts';
import { placeBox } from '../lib/anchor/place-box.ts';

/** What is kept at a target. */
export interface HintParts {
  readonly spot: HTMLElement;
  /** Its words, when they are open. */
  readonly tip: HTMLElement | null;
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
