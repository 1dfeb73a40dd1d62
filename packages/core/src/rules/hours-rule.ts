import type { Schedule } from '@regulars/schema';

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const names: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Minute of the day and weekday (0: Sunday) of an instant in a zone. An unknown zone throws `RangeError`. */
function clockOf(now: number, zone: string): { readonly minute: number; readonly weekday: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    minute: Number(part('hour')) * 60 + Number(part('minute')),
    weekday: names.indexOf(part('weekday').toLowerCase()),
  };
}

/**
 * Why the days and hours of a schedule keep a campaign back (`day`, `hour`), `null`: they do not. Hours run from `from`
 * (included) to `to` (excluded); when `to` is not later they run over midnight and belong to the day they began on.
 * @param zone the document's, where the schedule names none. An unknown zone refuses.
 */
export function hoursRefusal({ days, hours, zone }: Schedule, now: number, shop: string): string | null {
  try {
    const { minute, weekday } = clockOf(now, zone === undefined || zone === 'shop' ? shop : zone);
    const from = hours ? minutesOf(hours.from) : 0;
    const to = hours ? minutesOf(hours.to) : 1440;
    const overnight = to <= from;
    if (overnight ? minute < from && minute >= to : minute < from || minute >= to) return 'hour';
    const began = overnight && minute < to ? (weekday + 6) % 7 : weekday;
    const day = names[began];
    return days?.every((one) => one !== day) ? 'day' : null;
  } catch {
    // Intl knows no such zone: nobody knows the hour.
    return 'hours-unknown';
  }
}
