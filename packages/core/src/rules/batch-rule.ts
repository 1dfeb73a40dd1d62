import type { Position, Segment } from './segment.ts';

/** What a destination takes at once. */
export interface BatchLimits {
  readonly maxEvents: number;
  readonly maxBytes: number;
  readonly maxEventBytes: number;
  readonly maxAgeMs: number;
}

/** An event on its way: all that the rule and the engine read of it. */
export interface QueuedEvent {
  readonly id: string;
  readonly t: number;
}

/** The next body of a destination: the contiguous run after its position; what it refuses counts as well. */
export interface Batch<E extends QueuedEvent> {
  readonly events: readonly E[];
  /** Events that this destination can never take, by reason; passed over with the batch. */
  readonly refused: readonly (readonly [E, 'too-large' | 'expired'])[];
  /** Position once the batch is confirmed. */
  readonly to: Position;
}

/** Events of a batch at most, whatever a destination takes: so many of those next in turn a sweep leaves alone. */
export const MAX_BATCH_EVENTS = 64;
/** Bytes that the batch itself needs beside its events. */
const ENVELOPE_BYTES = 1024;

/**
 * Cuts the next batch from the log.
 * @param rows segments from `from.off` on, by offset; `parse` reads their events.
 */
export function cutBatch<E extends QueuedEvent>(
  rows: readonly (readonly [number, Segment])[],
  from: Position,
  nowMs: number,
  limits: BatchLimits,
): Batch<E> {
  const events: E[] = [];
  const refused: (readonly [E, 'too-large' | 'expired'])[] = [];
  const batch = { events, refused, to: from };
  let bytes = ENVELOPE_BYTES;
  for (const [off, row] of rows) {
    // The log holds what this device wrote: stamped events of the vocabulary.
    const all = JSON.parse(row.ev) as readonly E[];
    for (let i = off === from.off ? from.i : 0; i < all.length; i++) {
      if (events.length + refused.length >= Math.min(limits.maxEvents, MAX_BATCH_EVENTS)) return batch;
      const event = all[i] as E;
      const size = byteLength(JSON.stringify(event)) + 1;
      const reason =
        size > limits.maxEventBytes ? 'too-large' : nowMs - event.t > limits.maxAgeMs ? 'expired' : null;
      if (reason) refused.push([event, reason]);
      else if (events[0] && bytes + size > limits.maxBytes) {
        return batch;
      } else {
        events.push(event);
        bytes += size;
      }
      batch.to = { off, i: i + 1 };
    }
  }
  return batch;
}

/** Length of a text in UTF-8 bytes, counted without an encoder: the rules know no browser. */
export function byteLength(text: string): number {
  // By code points first: half a surrogate pair, which stays then, is two of its four bytes.
  return text.replace(/[\u0800-\uffff]/gu, '---').replace(/[\u0080-\uffff]/g, '--').length;
}
