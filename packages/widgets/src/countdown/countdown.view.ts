const units = [
  ['day', 864e5],
  ['hour', 36e5],
  ['minute', 6e4],
  ['second', 1000],
] as const;

/** Moments at which the time left is said aloud, ms before the end: one day, one hour, ten minutes. */
export const ANNOUNCED: readonly number[] = [864e5, 36e5, 6e5];

/** One part of the time left, such as `{ count: 3, label: 'days' }`. */
export interface TimePart {
  readonly count: string;
  readonly label: string;
}

/** Time left as parts, days to seconds, words by the locale; days are left out when there are none. */
export function timeParts(leftMs: number, locale: string): readonly TimePart[] {
  let rest = Math.max(0, Math.ceil(leftMs / 1000) * 1000);
  return units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return unit === 'day' && count === 0 ? [] : [partOf(count, unit, locale)];
  });
}

function partOf(count: number, unit: string, locale: string): TimePart {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  const label = format
    .formatToParts(count)
    .flatMap(({ type, value }) => (type === 'unit' ? [value.trim()] : []));
  const digits = unit === 'day' ? 1 : 2;
  return { count: count.toLocaleString(locale, { minimumIntegerDigits: digits }), label: label.join(' ') };
}

/** The moment that lies between two readings of the time left, largest first; `undefined`: none was passed. */
export function passedMoment(beforeMs: number, nowMs: number): number | undefined {
  return ANNOUNCED.find((moment) => beforeMs > moment && nowMs <= moment);
}
