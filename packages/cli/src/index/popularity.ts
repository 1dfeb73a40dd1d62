import type { Counts } from './count-pairs.ts';
import type { Session } from './session.ts';

const dayMs = 86_400_000;

/** Product ids by decayed count, best first, ties by id; products below the floor of visitors are left out. */
export function rankPopular(
  sessions: readonly Session[],
  counts: Counts,
  options: { readonly halfLifeDays: number; readonly floor: number; readonly end: number },
): string[] {
  const scores = new Float64Array(counts.ids.length);
  for (const session of sessions) {
    for (const [place, id] of session.products.entries()) {
      const number = counts.numberOf.get(id);
      if (number === undefined) continue;
      const ageDays = (options.end - (session.times[place] ?? session.start)) / dayMs;
      scores[number] = (scores[number] ?? 0) + 0.5 ** (ageDays / options.halfLifeDays);
    }
  }
  return counts.ids
    .map((id, number) => ({ id, number }))
    .filter(({ number }) => (counts.visitorsOf[number] ?? 0) >= options.floor)
    .sort((a, b) => (scores[b.number] ?? 0) - (scores[a.number] ?? 0) || a.number - b.number)
    .map(({ id }) => id);
}
