import { hitAt, isWithin } from './composed.ts';

/** What covers a point of an element for the visitor, found by a composed hit test; `null`: nothing foreign. */
export function coverAt(target: Element, x: number, y: number, own: Element): Element | null {
  const hit = hitAt(x, y);
  if (!hit || isWithin(hit, target) || isWithin(target, hit) || isWithin(hit, own)) return null;
  return hit;
}
