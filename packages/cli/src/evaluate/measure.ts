import type { Question } from '../index/evaluate.ts';
import { type Interval, sessionInterval } from './interval.ts';
import { listLength, type Method } from './method.ts';

/** What the protocol says of one method. Ratios are 0 to 1. */
export interface Measured {
  readonly name: string;
  readonly tried: number;
  readonly predictions: number;
  readonly hitRate5: number;
  readonly hitRate10: number;
  readonly hitRate20: number;
  readonly mrr20: number;
  readonly hitRate20Interval: Interval;
  readonly mrr20Interval: Interval;
  /** Share of the catalogue that was ever listed. */
  readonly coverage: number;
  /** Mean share of sessions that hold a listed product. */
  readonly meanPopularity: number;
  /** Share of listed products by the part that listed them. */
  readonly sources: Readonly<Record<string, number>>;
  /** Milliseconds per list. */
  readonly medianMs: number;
  readonly p90Ms: number;
  /** Place of the answer per question, 0: not listed. */
  readonly ranks: readonly number[];
}

/** Asks a method every question. */
export function measure(
  method: Method,
  questions: readonly Question[],
  options: {
    /** Products seen may be listed, except the current one. */
    readonly revisits: boolean;
    readonly catalogue: number;
    /** Share of training sessions that hold a product. */
    readonly popularity: (id: string) => number;
  },
): Measured {
  const listed = new Map<string, number>();
  const sources: Record<string, number> = {};
  const times: number[] = [];
  let count = 0;
  let popularity = 0;
  const ranks = questions.map(({ seen, next }) => {
    const hidden = new Set(options.revisits ? seen.slice(0, 1) : seen);
    const before = performance.now();
    const list = method.list(seen, hidden);
    times.push(performance.now() - before);
    for (const { id, source } of list) {
      listed.set(id, (listed.get(id) ?? 0) + 1);
      sources[source] = (sources[source] ?? 0) + 1;
      popularity += options.popularity(id);
      count += 1;
    }
    return list.findIndex(({ id }) => id === next) + 1;
  });
  times.sort((a, b) => a - b);
  return {
    name: method.name,
    tried: method.tried,
    predictions: questions.length,
    ...rates(ranks),
    ...intervals(questions, ranks),
    coverage: listed.size / Math.max(1, options.catalogue),
    meanPopularity: popularity / Math.max(1, count),
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, one]) => [name, one / Math.max(1, count)]),
    ),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p90Ms: times[Math.floor(times.length * 0.9)] ?? 0,
    ranks,
  };
}

function rates(ranks: readonly number[]) {
  const share = (most: number): number =>
    ranks.filter((rank) => rank > 0 && rank <= most).length / Math.max(1, ranks.length);
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0);
  return {
    hitRate5: share(5),
    hitRate10: share(10),
    hitRate20: share(listLength),
    mrr20: reciprocal / Math.max(1, ranks.length),
  };
}

function intervals(questions: readonly Question[], ranks: readonly number[]) {
  const hits = bySession(questions, (place) => ((ranks[place] ?? 0) > 0 ? 1 : 0));
  const reciprocals = bySession(questions, (place) =>
    (ranks[place] ?? 0) > 0 ? 1 / (ranks[place] ?? 1) : 0,
  );
  return { hitRate20Interval: sessionInterval(hits), mrr20Interval: sessionInterval(reciprocals) };
}

/** Sum and count of a value per session, in the order of the sessions. */
export function bySession(
  questions: readonly Question[],
  value: (place: number) => number,
): (readonly [number, number])[] {
  const sums = new Map<number, readonly [number, number]>();
  for (const [place, { session }] of questions.entries()) {
    const [sum, count] = sums.get(session) ?? [0, 0];
    sums.set(session, [sum + value(place), count + 1]);
  }
  return [...sums.values()];
}
