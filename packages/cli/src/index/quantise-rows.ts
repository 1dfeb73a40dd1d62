import type { Neighbour } from '@regulars/core/rules';
import type { Rows } from './build-rows.ts';

/** Neighbours with one-byte weights by product id, as the device will read them. */
export type RowsById = ReadonlyMap<string, readonly Neighbour[]>;

/** Turns shares into bytes: the square root, so that small shares keep their order. Rows without neighbours are left out. */
export function quantiseRows(rows: Rows, ids: readonly string[]): RowsById {
  const byId = new Map<string, readonly Neighbour[]>();
  for (const [number, row] of rows.entries()) {
    if (row.length === 0) continue;
    byId.set(
      ids[number] ?? '',
      row.map(({ to, weight }) => [ids[to] ?? '', Math.max(1, Math.round(255 * Math.sqrt(weight)))] as const),
    );
  }
  return byId;
}
