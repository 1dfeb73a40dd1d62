const DAY_MS = 86_400_000;

/** Wall clock of a zone at an instant, read as if it were UTC: epoch ms. */
function wallClock(ms: number, zone: string): number {
  const parts: Record<string, number> = {};
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Day number of an instant on the calendar of an IANA zone. An unknown zone throws `RangeError`. */
export function localDayNumber(ms: number, zone: string): number {
  return Math.floor(wallClock(ms, zone) / DAY_MS);
}

/**
 * Instant of a local date-time (`2026-03-20T00:00`) in an IANA zone: epoch ms. A time skipped by a clock change is
 * moved on by the skip, a repeated one is its first occurrence. `NaN` when it is no date-time.
 */
export function localInstant(local: string, zone: string): number {
  const wall = Date.parse(/^\d{4}-\d\d-\d\d$/.test(local) ? local : `${local}Z`);
  if (Number.isNaN(wall)) return wall;
  // Offsets a day before and after bracket any clock change; the larger one gives the earlier instant.
  const before = wallClock(wall - DAY_MS, zone) - (wall - DAY_MS);
  const after = wallClock(wall + DAY_MS, zone) - (wall + DAY_MS);
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  return candidates.find((at) => wallClock(at, zone) === wall) ?? wall - before;
}
