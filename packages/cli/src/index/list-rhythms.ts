import type { Session } from './session.ts';

const dayMs = 86_400_000;
/** Purchases nearer than this are one purchase in two parcels. */
const leastGapDays = 3;
const mostRhythms = 500;

interface Rhythm {
  /** Gaps by whole days: their number does not grow with the purchases. */
  readonly gaps: Map<number, number>;
  customers: number;
  by: string | undefined;
}

/** Finds how often products are bought again. Sessions must come customer by customer, each one's by time. */
export function createRhythms(floor: number): {
  add(session: Session): void;
  /** Median days between two purchases of one customer, where enough customers bought again. */
  days(): Record<string, number>;
} {
  const rhythms = new Map<string, Rhythm>();
  let last = new Map<string, number>();
  let customer: string | undefined;
  const again = (id: string, visitor: string, days: number): void => {
    const found = rhythms.get(id) ?? { gaps: new Map(), customers: 0, by: undefined };
    const whole = Math.round(days);
    found.gaps.set(whole, (found.gaps.get(whole) ?? 0) + 1);
    if (found.by !== visitor) found.customers += 1;
    found.by = visitor;
    rhythms.set(id, found);
  };
  return {
    add({ visitor, ordered, products, start }) {
      if (ordered || !visitor.startsWith('customer ')) return;
      if (visitor !== customer) last = new Map();
      customer = visitor;
      for (const id of products) {
        const days = (start - (last.get(id) ?? start)) / dayMs;
        last.set(id, start);
        if (days >= leastGapDays) again(id, visitor, days);
      }
    },
    days() {
      const enough = [...rhythms]
        .filter(([, { customers }]) => customers >= Math.max(3, floor))
        .sort(([a, x], [b, y]) => y.customers - x.customers || (a < b ? -1 : 1))
        .slice(0, mostRhythms)
        .map(([id, { gaps }]) => [id, median(gaps)] as const);
      return Object.fromEntries(enough.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/** Of an even number the higher of the two in the middle. */
function median(counts: ReadonlyMap<number, number>): number {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const half = Math.floor(sorted.reduce((sum, [, count]) => sum + count, 0) / 2);
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (passed > half) return value;
  }
  return 0;
}
