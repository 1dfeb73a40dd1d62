import type { Ranked } from './ranked.ts';

/**
 * Puts pinned products into their places, lowest place first; a place beyond the end is the end. Of two pins for one
 * place the one named first has it, the other the next.
 */
export function placePins(
  list: readonly Ranked[],
  pins: readonly { readonly id: string; readonly at: number }[],
  max: number,
): readonly Ranked[] {
  if (pins.length === 0) return list;
  const byPlace = pins
    .map((pin, order) => ({ ...pin, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const placed = list.slice(0, Math.max(0, max - pins.length));
  let least = 0;
  for (const { id, at } of byPlace) {
    const place = Math.min(Math.max(at, least), placed.length);
    placed.splice(place, 0, { id, source: 'shop', rule: 'pin' });
    least = place + 1;
  }
  return placed.slice(0, max);
}
