import { boxOf, shownPartOf } from './composed.ts';
import { coverAt } from './cover.ts';

/**
 * Whether a visitor sees the target and can touch it: in the viewport above `limit`, not clipped, its middle and upper
 * edge covered by nothing but us. What is not, `bringIntoReach` scrolls.
 */
export function isInReach(
  target: Element,
  { own, limit }: { readonly own: Element; readonly limit: number },
): boolean {
  const { left, right, top, bottom } = boxOf(target);
  const part = shownPartOf(target);
  const whole = top >= 0 && bottom <= limit && left >= 0 && right <= innerWidth;
  if (!whole || !part || part.bottom - part.top < (bottom - top) / 2) return false;
  const x = (part.left + part.right) / 2;
  return [part.top + 2, (part.top + part.bottom) / 2, part.bottom - 2].every(
    (y) => !coverAt(target, x, y, own),
  );
}
