import type { JourneyEvent, SignalBatch } from '@regulars/schema';
import { hashText } from '../lib/hash.ts';
import type { DestinationRow } from './settle.ts';
import type { SyncOptions } from './sync-port.ts';

/** Builds the body of a batch. The same events give the same batch id on one device, never on two. */
export function createBody(
  events: readonly JourneyEvent[],
  { logId }: DestinationRow,
  id: string,
  { key, storage, journey, now, customerToken }: SyncOptions,
): SignalBatch {
  const ids = [id, ...events.map((event) => event.id)].join();
  const token = customerToken?.();
  return {
    v: 1,
    key,
    batchId: [logId, hashText(ids).toString(36), hashText(logId + ids).toString(36)].join('-'),
    sentAt: now(),
    store: storage.mode(),
    anonymousId: journey.anonymousId(),
    ...(token ? { customerToken: token } : {}),
    events: events.map((event) => ({ ...event, consent: [...event.consent] })),
  };
}
