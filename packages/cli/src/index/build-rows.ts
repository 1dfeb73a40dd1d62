import type { Counts } from './count-pairs.ts';
import type { Pair } from './pair-table.ts';

/** A neighbour while rows are made: number of the product and weight. */
export interface Link {
  readonly to: number;
  readonly weight: number;
}

/** Neighbours by product number, best first. */
export type Rows = readonly (readonly Link[])[];

/** What a row weighs. */
export type RowKind = 'sequence' | 'mixed' | 'together';

/** Neighbours that stay after counting, that spread in the second step, and that are written. */
const [keptFirst, keptSpread, keptLast] = [60, 20, 20] as const;

/** In a small shop products are together in nearly every session: no surprise at all, and still the best there is. */
const leastSurprise = 0.01;

/**
 * Builds the rows of all products from pairs that at least `floor` visitors made; weights of a row sum to 1.
 * @param options.secondStep weight of neighbours of neighbours; 0: none.
 */
export function buildRows(
  counts: Counts,
  options: { readonly kind: RowKind; readonly secondStep: number; readonly floor: number },
): Rows {
  const first = firstRows(counts, options);
  return first.map((row, from) =>
    normalise(
      options.secondStep === 0
        ? row.slice(0, keptLast)
        : withSecondStep(first, row, { from, weight: options.secondStep }),
    ),
  );
}

/** Each way of a pair that is above the floor and weighs something. */
function eachLink(
  counts: Counts,
  { kind, floor }: { readonly kind: RowKind; readonly floor: number },
  visit: (from: number, to: number, weight: number) => void,
): void {
  const half = kind === 'sequence' ? 0 : 0.5;
  const order = kind === 'together' ? 0 : 1;
  counts.pairs.each((pair) => {
    // Below the floor a pair leaves before anything else, so that no output tells of it.
    if (pair.visitors < floor) return;
    const surprise =
      kind === 'sequence' ? 1 : Math.log1p(Math.max(leastSurprise, likelihoodRatio(pair, counts)));
    const there = (order * pair.forward + half * pair.sessions) * surprise;
    const back = (order * pair.backward + half * pair.sessions) * surprise;
    if (there > 0) visit(pair.low, pair.high, there);
    if (back > 0) visit(pair.high, pair.low, back);
  });
}

/** In flat arrays: of millions of pairs only the best of each row become objects. */
function firstRows(
  counts: Counts,
  options: { readonly kind: RowKind; readonly floor: number },
): readonly (readonly Link[])[] {
  const ends = new Uint32Array(counts.ids.length + 1);
  eachLink(counts, options, (from) => {
    ends[from + 1] = (ends[from + 1] ?? 0) + 1;
  });
  for (let row = 0; row < counts.ids.length; row += 1)
    ends[row + 1] = (ends[row + 1] ?? 0) + (ends[row] ?? 0);
  const used = ends.slice();
  const size = ends[counts.ids.length] ?? 0;
  const [others, weights] = [new Uint32Array(size), new Float64Array(size)];
  eachLink(counts, options, (from, to, weight) => {
    const at = used[from] ?? 0;
    others[at] = to;
    weights[at] = weight;
    used[from] = at + 1;
  });
  return counts.ids.map((_, row) => {
    const links: Link[] = [];
    for (let at = ends[row] ?? 0; at < (ends[row + 1] ?? 0); at += 1)
      links.push({ to: others[at] ?? 0, weight: weights[at] ?? 0 });
    return normalise(links.sort(byWeight).slice(0, keptFirst));
  });
}

function withSecondStep(
  rows: readonly (readonly Link[])[],
  row: readonly Link[],
  { from, weight }: { readonly from: number; readonly weight: number },
): Link[] {
  const sums = new Map(row.map((link) => [link.to, link.weight]));
  for (const link of row.slice(0, keptSpread)) {
    for (const next of rows[link.to] ?? []) {
      if (next.to === from) continue;
      sums.set(next.to, (sums.get(next.to) ?? 0) + weight * link.weight * next.weight);
    }
  }
  return [...sums]
    .map(([to, sum]) => ({ to, weight: sum }))
    .sort(byWeight)
    .slice(0, keptLast);
}

/**
 * Log-likelihood ratio of two products sharing sessions (Dunning 1993), from the two-by-two table of sessions that
 * hold both, one, the other, none. 0 where they meet as often as by chance.
 */
export function likelihoodRatio(pair: Pair, counts: Counts): number {
  const a = counts.sessionsOf[pair.low] ?? 0;
  const b = counts.sessionsOf[pair.high] ?? 0;
  const both = pair.sessions;
  const none = counts.sessionCount - a - b + both;
  const cells = [both, a - both, b - both, none];
  const rows = [a, counts.sessionCount - a];
  const columns = [b, counts.sessionCount - b];
  return Math.max(0, 2 * (entropy(rows) + entropy(columns) - entropy(cells)));
}

/** Unnormalised Shannon entropy: N ln N minus the sum of n ln n. */
function entropy(counts: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (const count of counts) {
    sum += xLogX(count);
    total += count;
  }
  return xLogX(total) - sum;
}

function xLogX(x: number): number {
  return x > 0 ? x * Math.log(x) : 0;
}

function normalise(row: readonly Link[]): Link[] {
  const sum = row.reduce((total, link) => total + link.weight, 0);
  return row.map(({ to, weight }) => ({ to, weight: weight / sum }));
}

/** Best first; ties by number, which is the order of ids. */
function byWeight(a: Link, b: Link): number {
  return b.weight - a.weight || a.to - b.to;
}
