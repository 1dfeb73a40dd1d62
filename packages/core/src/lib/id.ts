import type { Chance } from './clock.ts';

/**
 * Makes a UUIDv7: 48 bits of time, then chance, so that ids sort by time. `count` takes the place of the first 12 bits
 * of chance: ids of one maker then differ and sort within a millisecond, even where a test gives chance that never changes.
 * Source: RFC 9562, sections 5.7 and 6.2, method 1.
 */
export function createId(nowMs: number, random: Chance, count: number = random() * 4096): string {
  const hex = (digits: number): string =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, '0').slice(-12);
  const first = (count & 4095).toString(16).padStart(3, '0');
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${first}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}
