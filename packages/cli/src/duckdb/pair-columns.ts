import type { Pair, Pairs } from '../index/pair-table.ts';

/** Pairs from a database, column by column, growing as they come. */
export interface PairColumns extends Pairs {
  add(pair: Pair): void;
}

const width = 6;
const fields = ['low', 'high', 'forward', 'backward', 'sessions', 'visitors'] as const;

/** Builds an empty list of pairs. */
export function createPairColumns(): PairColumns {
  let cells = new Float64Array(width * 1024);
  let used = 0;
  return {
    add(pair) {
      if ((used + 1) * width > cells.length) {
        const more = new Float64Array(cells.length * 2);
        more.set(cells);
        cells = more;
      }
      for (const [place, field] of fields.entries()) cells[used * width + place] = pair[field];
      used += 1;
    },
    each(visit) {
      const cell = (at: number): number => cells[at] ?? 0;
      for (let at = 0; at < used * width; at += width)
        visit({
          ...{ low: cell(at), high: cell(at + 1), forward: cell(at + 2), backward: cell(at + 3) },
          ...{ sessions: cell(at + 4), visitors: cell(at + 5) },
        });
    },
    size: () => used,
  };
}
