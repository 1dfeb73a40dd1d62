const units = [
  ['day', 864e5],
  ['hour', 36e5],
  ['minute', 6e4],
] as const;

/** Time left in words of a locale, in its largest whole unit: `in 3 days`. Never throws. */
export function timeLeft(ms: number, locale: string | undefined): string {
  const [unit, size] = units.find(([, each]) => ms >= each) ?? units[2];
  try {
    return new Intl.RelativeTimeFormat(locale).format(Math.max(0, Math.floor(ms / size)), unit);
  } catch {
    return '';
  }
}
