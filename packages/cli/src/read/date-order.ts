import { type DateOrder, watchDates } from './parse-time.ts';
import type { Table } from './table.ts';

/** The order of day and month in a column, and how it is known. */
export interface FoundOrder {
  readonly order: DateOrder;
  /** In plain words, for the printed guess; empty where the dates leave no choice. */
  readonly says: string;
}

/** Of so many proofs one may be a slip of the pen. */
const slips = 100;

/**
 * Looks through the whole column where its dates could be read both ways: an export by date holds one day for long.
 * @param at place of the column.
 * @throws Error when some dates have the day first and others the month.
 */
export async function findDateOrder(table: Table, at: number): Promise<FoundOrder> {
  const first = watchDates();
  for (const row of table.sample) first.see(row[at] ?? '');
  if (first.seen === 0) return { order: 'day-first', says: '' };
  const watch = watchDates();
  for await (const row of table.rows()) watch.see(row[at] ?? '');
  const { 'day-first': day, 'month-first': month } = watch.proofs;
  if (day.count === 0 && month.count === 0)
    return { order: 'day-first', says: 'day before month, which no date proves' };
  if (Math.min(day.count, month.count) * slips > Math.max(day.count, month.count))
    throw new Error(
      `${table.file}: ${day.example} has the day first and ${month.example} the month: a column needs one order. Export dates as 2025-12-31.`,
    );
  return month.count > day.count
    ? { order: 'month-first', says: 'month before day' }
    : { order: 'day-first', says: 'day before month' };
}
