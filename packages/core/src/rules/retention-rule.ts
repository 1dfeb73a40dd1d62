import type { Segment } from './segment.ts';

/** How much of the log a device keeps. */
export interface RetentionLimits {
  readonly maxAgeMs: number;
  readonly maxEvents: number;
  readonly maxBytes: number;
}

/** 7 days, 5,000 events, 2 MB. */
export const retentionLimits: RetentionLimits = {
  maxAgeMs: 604_800_000,
  maxEvents: 5000,
  maxBytes: 2_000_000,
};

/** Offsets to delete, and how many events go that no destination has confirmed, by reason. */
export interface Eviction {
  readonly offs: readonly number[];
  readonly lost: Readonly<Partial<Record<'expired' | 'full', number>>>;
}

/** Offsets below these stay: whatever the lack of room, whatever their age. */
export interface Spared {
  readonly room: number;
  readonly age: number;
}

/**
 * Chooses what leaves the log: what is too old; then, while there is too much, delivered segments, then low
 * priorities, oldest first. Priority 4 leaves by age alone.
 * @param delivered offsets below it are confirmed by every destination.
 * @param spared what stays, or a receipt would speak of what arrives.
 */
export function chooseEviction(
  rows: readonly (readonly [number, Pick<Segment, 't' | 'n' | 'bytes' | 'prio'>])[],
  delivered: number,
  nowMs: number,
  limits: RetentionLimits = retentionLimits,
  spared: Spared = { room: delivered, age: delivered },
): Eviction {
  const offs: number[] = [];
  const lost: Partial<Record<'expired' | 'full', number>> = {};
  let events = 0;
  let bytes = 0;
  for (const [, row] of rows) {
    events += row.n;
    bytes += row.bytes;
  }
  const evict = (off: number, row: Pick<Segment, 'n' | 'bytes'>, reason: 'expired' | 'full'): void => {
    offs.push(off);
    events -= row.n;
    bytes -= row.bytes;
    if (off >= delivered) lost[reason] = (lost[reason] ?? 0) + row.n;
  };
  const isSpared = (off: number, until: number): boolean => off >= delivered && off < until;
  const rank = ([off, row]: (typeof rows)[number]): number => (off < delivered ? -1 : row.prio);
  for (const [off, row] of rows)
    if (nowMs - row.t > limits.maxAgeMs && !isSpared(off, spared.age)) evict(off, row, 'expired');
  const old = new Set(offs);
  for (const [off, row] of [...rows].sort((a, b) => rank(a) - rank(b) || a[0] - b[0])) {
    if (events <= limits.maxEvents && bytes <= limits.maxBytes) break;
    if (!old.has(off) && !isSpared(off, spared.room) && (off < delivered || row.prio < 4))
      evict(off, row, 'full');
  }
  return { offs, lost };
}
