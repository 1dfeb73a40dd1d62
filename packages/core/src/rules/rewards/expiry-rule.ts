import type { Expiry } from '@regulars/schema';
import { localDayNumber, localInstant } from '../../lib/calendar.ts';

const DAY_MS = 86_400_000;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Instant at which points that became available at `t` end, epoch ms; `null`: never. Sliding points end so long after
 * `t` unless something happens, see `slideExpiry`. Pure.
 */
export function expiryOf(t: number, expiry: Expiry | undefined, zone: string): number | null {
  if (!expiry) return null;
  if (expiry.model !== 'calendar') return Math.round(t + expiry.days * DAY_MS);
  const { endOf, afterDays = 0 } = expiry;
  // Whole local days, so that a clock change moves nobody into another month.
  const day = new Date((localDayNumber(t, zone) + Math.floor(afterDays)) * DAY_MS);
  const length = MONTHS[endOf];
  const month = Math.floor(day.getUTCMonth() / length) * length + length;
  const end = new Date(Date.UTC(day.getUTCFullYear(), month, 1));
  return localInstant(`${end.toISOString().slice(0, 10)}T00:00`, zone);
}

/**
 * End of a sliding lot: each earning or spending before it ended moves it on. `acts` are epoch ms in any order. Pure.
 */
export function slideExpiry(
  lot: { readonly openedAt: number; readonly slidingMs: number },
  acts: readonly number[],
): number {
  let end = lot.openedAt + lot.slidingMs;
  for (const act of [...acts].sort((a, b) => a - b)) {
    if (act >= end) break;
    if (act > lot.openedAt) end = act + lot.slidingMs;
  }
  return end;
}
