import type { Schedule } from '@regulars/schema';
import { parseInstant } from './zoned-time.ts';

/** Whether a schedule is open: from `from` (included) to `to` (excluded), local times in its zone or the document's. */
export function scheduleState(
  schedule: Schedule | undefined,
  now: number,
  zone: string,
): 'open' | 'before' | 'after' | 'invalid' {
  const own = schedule?.zone;
  const place = own === undefined || own === 'shop' ? zone : own;
  const from = schedule?.from === undefined ? Number.NEGATIVE_INFINITY : parseInstant(schedule.from, place);
  const to = schedule?.to === undefined ? Number.POSITIVE_INFINITY : parseInstant(schedule.to, place);
  if (from === null || to === null) return 'invalid';
  return now < from ? 'before' : now < to ? 'open' : 'after';
}
