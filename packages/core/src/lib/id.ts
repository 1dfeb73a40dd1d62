import type { Chance } from './clock.ts';

const hex = (value: number, digits: number): string => Math.floor(value).toString(16).padStart(digits, '0');

/**
 * Makes a UUIDv7: 48 bits of time, then chance, so that ids sort by time. `count` takes the place of the first 12 bits
 * of chance: ids of one maker then differ and sort within a millisecond, 4,096 of them also under one `tail`, the end of
 * an id.
 * Source: RFC 9562, sections 5.7 and 6.2, method 1.
 */
export function createId(
  nowMs: number,
  random: Chance,
  count: number = random() * 4096,
  tail: string = hex(2 ** 15 + random() * 2 ** 14, 4) +
    '-' +
    hex(random() * 2 ** 24, 6) +
    hex(random() * 2 ** 24, 6),
): string {
  const time = hex(nowMs, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count % 4096, 3)}-${tail}`;
}
