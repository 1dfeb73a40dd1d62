import { localInstant } from '../lib/calendar.ts';

/**
 * Epoch ms of an instant with offset (`2026-03-20T00:00Z`) or of a local date or date-time read in a zone.
 * `null`: not a time, or an unknown zone. Never throws.
 */
export function parseInstant(text: string, zone: string): number | null {
  // Only the extended ISO form, so that no engine's leniency decides.
  const found = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (!found) return null;
  try {
    const at = found[4] ? Date.parse(text) : localInstant(found[1] ? text : `${text}T00:00`, zone);
    return Number.isNaN(at) ? null : at;
  } catch {
    // Intl throws on a zone it does not know: that is no time either, and the campaign is refused by name.
    return null;
  }
}
