/** What was left out of an export, counted by reason in plain words, with a few examples. */
export interface Dropped {
  /** Counts one, or `count`; always `undefined`, so that a reader can return it in place of a line. */
  add(reason: string, example: string, count?: number): undefined;
  list(): readonly {
    readonly reason: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
}

const exampleCount = 3;

/** Builds an empty count. */
export function createDropped(): Dropped {
  const reasons = new Map<string, { count: number; examples: Set<string> }>();
  return {
    add(reason, example, count = 1) {
      const entry = reasons.get(reason) ?? { count: 0, examples: new Set() };
      entry.count += count;
      if (entry.examples.size < exampleCount) entry.examples.add(example.slice(0, 80));
      reasons.set(reason, entry);
      return undefined;
    },
    list: () =>
      [...reasons]
        .map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}
