/** Noon (UTC) of a day of the calendar such as `2026-11-22`, epoch ms: for its name, in whatever zone. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00Z`);
}
