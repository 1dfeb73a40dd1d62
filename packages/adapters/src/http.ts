import type { DeliveryPort } from '@regulars/core';
import { leave } from './leave.ts';
import { outcomeOf } from './outcome-of.ts';
import { addressOf, type HttpAdapterOptions, post } from './post.ts';

export type { HttpAdapterOptions } from './post.ts';

/**
 * Delivers to the Regulars HTTP backend, at `/v1/batch`. Never throws after creation. Bodies are `text/plain`, which
 * spares the preflight across origins; gzip only where it costs none (same origin).
 */
export function httpAdapter(options: HttpAdapterOptions): DeliveryPort {
  return {
    id: 'http',
    // Events age in the log alone: what a page handed over as it went is sent again, however late, and known by its id.
    limits: { maxEvents: 64, maxBytes: 256 * 1024, maxEventBytes: 32 * 1024, maxAgeMs: 1 / 0 },
    idempotent: 'event',
    erasure: 'forget()',
    send: async (batch, { signal }) => outcomeOf(await post(options, 'batch', batch, signal)),
    exit: (batch, { signal }) => leave(addressOf(options, 'batch'), batch, signal),
  };
}
