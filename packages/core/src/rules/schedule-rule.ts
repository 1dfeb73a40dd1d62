import type { Schedule } from '@regulars/schema';
import { parseInstant } from './zoned-time.ts';

/** Zone in which a schedule's local times are read: its own, or the document's. */
export function zoneOf({ zone }: Schedule, shop: string): string {
  return zone === undefined || zone === 'shop' ? shop : zone;
}

/** Whether a schedule is open: from `from` (included) to `to` (excluded), local times in its zone or the document's. */
export function scheduleState(
  schedule: Schedule | undefined,
  now: number,
  zone: string,
): 'open' | 'before' | 'after' | 'invalid' {
  const place = zoneOf(schedule ?? {}, zone);
  const from = schedule?.from === undefined ? Number.NEGATIVE_INFINITY : parseInstant(schedule.from, place);
  const to = schedule?.to === undefined ? Number.POSITIVE_INFINITY : parseInstant(schedule.to, place);
  if (from === null || to === null) return 'invalid';
  return now < from ? 'before' : now < to ? 'open' : 'after';
}
