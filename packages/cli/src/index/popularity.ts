import type { Counts } from './count-pairs.ts';
import type { Session } from './session.ts';

const dayMs = 86_400_000;

/** How fast a look or a sale fades, seen from which moment (epoch ms). */
export interface Fading {
  readonly halfLifeDays: number;
  readonly end: number;
}

/** Counts that fade. */
export interface Popularity {
  add(session: Session): void;
  /** Product ids, best first, ties by id; products below the floor of visitors are left out. */
  list(floor: number): string[];
}

/** Builds counts of nothing yet. */
export function createPopularity(counts: Counts, { halfLifeDays, end }: Fading): Popularity {
  const scores = new Float64Array(counts.ids.length);
  return {
    add({ products, times, start }) {
      for (const [place, id] of products.entries()) {
        const number = counts.numberOf.get(id);
        if (number === undefined) continue;
        const ageDays = (end - (times[place] ?? start)) / dayMs;
        scores[number] = (scores[number] ?? 0) + 0.5 ** (ageDays / halfLifeDays);
      }
    },
    list: (floor) =>
      counts.ids
        .map((id, number) => ({ id, number }))
        .filter(({ number }) => (counts.visitorsOf[number] ?? 0) >= floor)
        .sort((a, b) => (scores[b.number] ?? 0) - (scores[a.number] ?? 0) || a.number - b.number)
        .map(({ id }) => id),
  };
}

/** The list of sessions that are in memory. */
export function rankPopular(
  sessions: readonly Session[],
  counts: Counts,
  { floor, ...fading }: Fading & { readonly floor: number },
): string[] {
  const popularity = createPopularity(counts, fading);
  for (const session of sessions) popularity.add(session);
  return popularity.list(floor);
}
