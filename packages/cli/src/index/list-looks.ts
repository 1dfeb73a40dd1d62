import type { Session } from './session.ts';

const dayMs = 86_400_000;

/** What is known of a product's looks and purchases. */
export interface Look {
  /** Distinct visitors of the last seven days. */
  week: number;
  /** Looks in the four weeks before them. */
  before: number;
  /** Distinct visitors of all time. */
  visitors: number;
  /** Epoch ms of the first one. */
  first: number;
  weekBy: string | undefined;
  by: string | undefined;
}

/** Counts looks by product. Sessions must come visitor by visitor. */
export function createLooks({ end }: { readonly end: number }): {
  add(session: Session): void;
  readonly all: ReadonlyMap<string, Readonly<Look>>;
} {
  const all = new Map<string, Look>();
  const lookOf = (id: string): Look => {
    const known = all.get(id) ?? {
      week: 0,
      before: 0,
      visitors: 0,
      first: end,
      weekBy: undefined,
      by: undefined,
    };
    all.set(id, known);
    return known;
  };
  return {
    all,
    add({ visitor, products, times, start }) {
      for (const [place, id] of products.entries()) {
        const t = times[place] ?? start;
        const ageDays = (end - t) / dayMs;
        const look = lookOf(id);
        if (look.by !== visitor) look.visitors += 1;
        if (ageDays <= 7 && look.weekBy !== visitor) look.week += 1;
        if (ageDays > 7 && ageDays <= 35) look.before += 1;
        if (ageDays <= 7) look.weekBy = visitor;
        look.by = visitor;
        look.first = Math.min(look.first, t);
      }
    },
  };
}
