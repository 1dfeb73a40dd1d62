import { createPairTable, type Pairs, type PairTable } from './pair-table.ts';
import type { Session } from './session.ts';

/** Steps apart within which one product leads to another. */
const maxDistance = 10;
/** Distinct products of one session that form pairs; keeps the count linear in the number of sessions. */
const maxProducts = 50;

/** Products, pairs and how often each was seen. */
export interface Counts {
  /** Product ids in code-unit order; a product's number is its place. */
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Sessions that hold the product, by product number. */
  readonly sessionsOf: Uint32Array;
  /** Distinct visitors of the product, by product number. */
  readonly visitorsOf: Uint32Array;
  readonly sessionCount: number;
  readonly visitorCount: number;
  readonly pairs: Pairs;
}

/** Counts pairs of all sessions. The result does not depend on the order of the input. */
export function countPairs(sessions: readonly Session[]): Counts & { readonly pairs: PairTable } {
  const ids = productIds(sessions);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const counts = {
    ids,
    numberOf,
    sessionsOf: new Uint32Array(ids.length),
    visitorsOf: new Uint32Array(ids.length),
    sessionCount: sessions.length,
    visitorCount: 0,
    pairs: createPairTable(Math.max(ids.length, 1)),
  };
  const lastVisitor = new Int32Array(ids.length).fill(-1);
  let visitor = -1;
  let visitorName: string | undefined;
  for (const session of byVisitor(sessions)) {
    if (session.visitor !== visitorName) {
      visitor += 1;
      visitorName = session.visitor;
    }
    const numbers = session.products.map((id) => numberOf.get(id) ?? 0);
    for (const one of new Set(numbers)) {
      counts.sessionsOf[one] = (counts.sessionsOf[one] ?? 0) + 1;
      if (lastVisitor[one] !== visitor) counts.visitorsOf[one] = (counts.visitorsOf[one] ?? 0) + 1;
      lastVisitor[one] = visitor;
    }
    countSession(counts.pairs, numbers, { ordered: session.ordered, visitor });
  }
  counts.visitorCount = visitor + 1;
  return counts;
}

/** Product ids of the sessions in code-unit order. */
export function productIds(sessions: readonly Session[]): string[] {
  const ids = new Set<string>();
  for (const { products } of sessions) for (const id of products) ids.add(id);
  return [...ids].sort();
}

function countSession(
  pairs: PairTable,
  numbers: readonly number[],
  { ordered, visitor }: { readonly ordered: boolean; readonly visitor: number },
): void {
  const distinct = [...new Set(numbers)].slice(0, maxProducts);
  for (const [place, a] of distinct.entries()) {
    for (const b of distinct.slice(place + 1)) pairs.together(a, b, visitor);
  }
  if (!ordered) return;
  const kept = new Set(distinct);
  const steps = numbers.filter((one) => kept.has(one));
  for (const [place, to] of steps.entries()) {
    for (let distance = 1; distance <= Math.min(maxDistance, place); distance += 1) {
      const from = steps[place - distance];
      if (from !== undefined && from !== to) pairs.follow(from, to, 1 / distance);
    }
  }
}

/** Visitors one after the other, each one's sessions by time: the floor counts on it, and sums round alike. */
function byVisitor(sessions: readonly Session[]): Session[] {
  return [...sessions].sort(
    (a, b) =>
      compare(a.visitor, b.visitor) ||
      a.start - b.start ||
      Number(a.ordered) - Number(b.ordered) ||
      compare(a.products.join('\n'), b.products.join('\n')),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
