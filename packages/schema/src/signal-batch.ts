import * as z from 'zod/mini';
import type { eventEnvelope } from './event.ts';

/** Body of `POST /v1/batch`; sent as `text/plain` across origins to avoid a preflight. */
export const signalBatch = z.object({
  v: z.literal(1),
  /** Public write key. */
  key: z.string().check(z.minLength(1), z.maxLength(100)),
  batchId: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Epoch ms at the moment of sending. */
  sentAt: z.number(),
  store: z.enum(['idb', 'memory']),
  anonymousId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Shop-signed customer token, when somebody is signed in. */
  customerToken: z.optional(z.string().check(z.maxLength(4000))),
  /** The server's word that this device is the visitor's: without it no customer is bound to the anonymous id. */
  visitorToken: z.optional(z.string().check(z.maxLength(4000))),
  /** Checked one by one: a bad event is rejected alone. */
  events: z.array(z.unknown()).check(z.maxLength(500)),
});

export type SignalBatch = Omit<z.output<typeof signalBatch>, 'events'> & {
  readonly events: readonly z.output<typeof eventEnvelope>[];
};
