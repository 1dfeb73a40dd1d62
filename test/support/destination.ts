import type { SignalBatch } from '@regulars/schema';
import type { DeliveryPort, SendOutcome } from '../../packages/core/src/sync/delivery-port.ts';

/** A backend that remembers, answers what the test says, and drops repeats by event id. */
export interface TestDestination extends DeliveryPort {
  readonly batches: SignalBatch[];
  readonly exits: SignalBatch[];
  /** Answers in this order, then `accepted`. */
  readonly answers: (SendOutcome | Error)[];
  /** Ids in the order of their first delivery that was accepted. */
  readonly accepted: string[];
}

/** Builds one; limits can be narrowed. */
export function createTestDestination(options: Partial<DeliveryPort> = {}): TestDestination {
  const batches: SignalBatch[] = [];
  const exits: SignalBatch[] = [];
  const answers: (SendOutcome | Error)[] = [];
  const accepted: string[] = [];
  return {
    id: 'test',
    limits: { maxEvents: 64, maxBytes: 256_000, maxEventBytes: 32_768, maxAgeMs: 604_800_000 },
    idempotent: 'event',
    erasure: 'gone with the test',
    batches,
    exits,
    answers,
    accepted,
    async send(batch) {
      batches.push(batch);
      const answer = answers.shift() ?? { type: 'accepted' };
      if (answer instanceof Error) throw answer;
      const refused = answer.type === 'partly' ? answer.rejected.map(({ id }) => id) : [];
      if (answer.type === 'accepted' || answer.type === 'partly') {
        for (const { id } of batch.events)
          if (!accepted.includes(id) && !refused.includes(id)) accepted.push(id);
      }
      return answer;
    },
    exit(batch) {
      exits.push(batch);
      return true;
    },
    ...options,
  };
}
