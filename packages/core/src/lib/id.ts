import type { Chance } from './clock.ts';

/**
 * Makes a UUIDv7: 48 bits of time, then chance, so that ids sort by time.
 * Source: RFC 9562, section 5.7.
 */
export function createId(nowMs: number, random: Chance): string {
  const hex = (digits: number): string =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, '0').slice(-12);
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}
