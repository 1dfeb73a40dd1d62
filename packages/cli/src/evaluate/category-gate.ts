import type { Question } from '../index/evaluate.ts';
import { type Interval, sessionInterval } from './interval.ts';
import { bySession, type Measured } from './measure.ts';

/** Predictions below which a category says nothing. */
const fewest = 200;

/** A category and how our lists compare with decayed popularity in it. */
export interface CategoryResult {
  readonly category: string;
  readonly predictions: number;
  /** Difference of the hit rates, ours minus popularity, and its 95 % interval. */
  readonly difference: number;
  readonly interval: Interval;
  /** The interval does not lie below 0. */
  readonly holds: boolean;
}

/** Compares by the category of the product on screen; categories with fewer than 200 predictions are left out. */
export function compareCategories(
  questions: readonly Question[],
  categoryOf: (id: string) => string | undefined,
  { ours, popularity }: { readonly ours: Measured; readonly popularity: Measured },
): CategoryResult[] {
  const places = new Map<string, number[]>();
  for (const [place, { seen }] of questions.entries()) {
    const category = categoryOf(seen[0] ?? '');
    if (category === undefined) continue;
    places.set(category, [...(places.get(category) ?? []), place]);
  }
  return [...places]
    .filter(([, list]) => list.length >= fewest)
    .map(([category, list]) => {
      const hit = ({ ranks }: Measured, place: number): number =>
        (ranks[list[place] ?? -1] ?? 0) > 0 ? 1 : 0;
      const part = list.flatMap((place) => questions[place] ?? []);
      const sums = bySession(part, (place) => hit(ours, place) - hit(popularity, place));
      const interval = sessionInterval(sums);
      const difference = sums.reduce((total, [sum]) => total + sum, 0) / part.length;
      return { category, predictions: part.length, difference, interval, holds: interval[1] >= 0 };
    });
}
