/** The candidate that a slip of the pen most likely meant; `null` when none is near. */
export function findNearMiss(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = countEdits(wanted, fold(candidate));
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance };
  }
  return best && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.candidate : null;
}

/** Other tools write `page.viewed`, `PageViewed` or `page-viewed` for the same word. */
const fold = (word: string): string => word.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** Damerau-Levenshtein distance with adjacent swaps, over at most 64 characters. */
function countEdits(a: string, b: string): number {
  const from = a.slice(0, 64);
  const to = b.slice(0, 64);
  let older: number[] = [];
  let old = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        (old[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (old[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (older[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    older = old;
    old = row;
  }
  return old[to.length] ?? 0;
}
