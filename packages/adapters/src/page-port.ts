import type { DeliveryPort } from '@regulars/core';
import type { JourneyEvent, SignalBatch } from '@regulars/schema';
import { keepWords, type Tell } from './vocabulary.ts';

/** A destination in the page itself. */
export interface PageDestination extends Pick<DeliveryPort, 'id' | 'erasure'> {
  /** Tells the page of one event. May throw: then the batch is tried again. */
  readonly tell: (event: JourneyEvent, say: Tell) => void;
  readonly words: () => Promise<Tell>;
  /** `false`: whom to tell is not there yet. */
  readonly isThere: () => boolean;
}

/** What happened longer ago belongs to another page: it would be counted for this one. */
const liveMs = 300_000;

/** Builds the adapter of a destination in the page: no network, no answer, no repeats dropped. */
export function pagePort({ tell, isThere, words, ...rest }: PageDestination): DeliveryPort {
  const said = keepWords(words);
  const hand = ({ events }: SignalBatch, signal: AbortSignal): boolean => {
    const say = said.now();
    if (signal.aborted || !say || !isThere()) return false;
    for (const event of events) tell(event as JourneyEvent, say);
    return true;
  };
  return {
    ...rest,
    limits: { maxEvents: 20, maxBytes: 64 * 1024, maxEventBytes: 32 * 1024, maxAgeMs: liveMs },
    idempotent: 'none',
    send: async (batch, { signal }) => {
      try {
        await said.get();
        return hand(batch, signal) ? { type: 'accepted' } : { type: 'retry' };
      } catch {
        // The page's own listener threw.
        return { type: 'retry' };
      }
    },
    exit(batch, { signal }) {
      try {
        return hand(batch, signal);
      } catch {
        return false;
      }
    },
  };
}
