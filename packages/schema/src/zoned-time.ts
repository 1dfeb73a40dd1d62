/** `2026-03-20`, `2026-03-20T08:30`, `2026-03-20T08:30:00`, each with or without `Z` or an offset. */
const form = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:\d\d)?$/;

/** Whether the name is an IANA zone this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    // The constructor throws for unknown names; there is no other way to ask.
    return false;
  }
}

/** Instant (epoch ms) of a local date-time in a zone, or of one with offset; `null` when it is neither. Gaps move on. */
export function readZonedTime(text: string, zone: string): number | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset] = match;
  const wall = Date.UTC(+`${year}`, +`${month}` - 1, +`${day}`, +hour, +minute, +second);
  const real = new Date(wall);
  // The calendar folds 31 February into March; such a date is a slip of the pen.
  if (real.getUTCDate() !== +`${day}` || +hour > 23 || +minute > 59 || +second > 59) return null;
  if (offset) return Date.parse(offset === 'Z' ? real.toISOString() : wallIso(real) + offset);
  if (!isZone(zone)) return null;
  // Two rounds settle the offset everywhere but inside a gap, where the later reading stands.
  const first = wall - offsetMs(wall, zone);
  return wall - offsetMs(first, zone);
}

/** Zone that a schedule's local times are read in: its own, else (also for the word `shop`) the document's. */
export function scheduleZone(
  schedule: { readonly zone?: string | undefined } | undefined,
  zone: string,
): string {
  return schedule?.zone === undefined || schedule.zone === 'shop' ? zone : schedule.zone;
}

const wallIso = (date: Date): string => date.toISOString().slice(0, 19);

function offsetMs(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
