/** How many symbols there are to tell prizes apart. */
export const SYMBOLS = 6;
/** Symbols that pass on a reel before the last one. */
const TURNS = 14;

/** Symbol of a prize, from 0. */
export function symbolOf(prizeIndex: number): number {
  return prizeIndex % SYMBOLS;
}

/**
 * Symbols of one reel from top to bottom; the last is where it stops. All reels stop at the drawn prize's own symbol:
 * a reel that almost wins would be an invention.
 */
export function reelOf(reel: number, prizeIndex: number, prizes: number): readonly number[] {
  const count = TURNS + reel * 5;
  const passing = Array.from({ length: count }, (_, index) =>
    symbolOf((index * (reel + 2) + reel) % Math.max(prizes, 1)),
  );
  return [...passing, symbolOf(prizeIndex)];
}
