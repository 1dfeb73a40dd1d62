import type { Board } from '../lib/reward-types.ts';

/** Places shown when the campaign does not say. */
const ROWS = 10;

/** One place of the board. */
export interface BoardRow {
  readonly rank: number;
  readonly nickname: string;
  readonly score: number;
  readonly own: boolean;
  /** Stands below the others: places between are not shown. */
  readonly apart: boolean;
}

/** The best places, and the visitor's own below them when it is not among them. */
export function boardRows({ rows, own, nickname }: Board, most: number = ROWS): readonly BoardRow[] {
  const best = rows.slice(0, most).map((row) => ({ ...row, apart: false }));
  if (!own || best.some((row) => row.own)) return best;
  return [...best, { ...own, nickname: nickname ?? '', own: true, apart: own.rank > best.length + 1 }];
}
