/** Ms by which local time of a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
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
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return local - Math.floor(instant / 1000) * 1000;
}

/**
 * Epoch ms of an instant with offset (`2026-03-20T00:00Z`) or of a local date or date-time read in a zone.
 * A local time that happens twice is its first; one that a clock change skips is as long after the change.
 * `null`: not a time, or an unknown zone. Never throws.
 */
export function parseInstant(text: string, zone: string): number | null {
  // Only the extended ISO form, so that no engine's leniency decides.
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text)) return null;
  const hasOffset = /T.*(Z|[+-]\d\d:\d\d)$/.test(text);
  const wall = Date.parse(hasOffset ? text : `${text.length === 10 ? `${text}T00:00` : text}Z`);
  if (Number.isNaN(wall)) return null;
  if (hasOffset) return wall;
  try {
    const before = wall - offsetAt(wall - 864e5, zone);
    const after = wall - offsetAt(wall + 864e5, zone);
    return before + offsetAt(before, zone) === wall || after + offsetAt(after, zone) !== wall
      ? before
      : after;
  } catch {
    // Intl throws on a zone it does not know; the campaign compiler names it.
    return null;
  }
}
