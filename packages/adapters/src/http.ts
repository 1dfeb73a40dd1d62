import type { DeliveryPort, SendOutcome } from '@regulars/core';
import type { SignalBatch } from '@regulars/schema';
import { type Answer, grantedBy } from './answer.ts';
import { addressOf, type HttpAdapterOptions, post } from './post.ts';

export type { HttpAdapterOptions } from './post.ts';

/** Quota of all beacons in flight is 64 KiB in Chromium and WebKit; the rest stays free for the shop's own. */
const exitBytes = 48 * 1024;

/**
 * Delivers to the Regulars HTTP backend, at `/v1/batch`. Never throws after creation. Bodies are `text/plain`, which
 * spares the preflight across origins; gzip only where it costs none (same origin).
 */
export function httpAdapter(options: HttpAdapterOptions): DeliveryPort {
  return {
    id: 'http',
    limits: { maxEvents: 64, maxBytes: 256 * 1024, maxEventBytes: 32 * 1024, maxAgeMs: 7 * 864e5 },
    idempotent: 'event',
    erasure: 'The action "forget" erases the visitor.',
    send: async (batch, { signal }) => outcomeOf(await post(options, 'batch', batch, signal)),
    exit: (batch, { signal }) => leave(addressOf(options, 'batch'), batch, signal),
  };
}

/** A plain yes is read at once, every other answer by code that is fetched then; silence, as without that code: try again. */
async function outcomeOf(answer: Answer): Promise<SendOutcome> {
  const { status, body } = answer;
  if (status === 200 && body.type === 'accepted') return { type: 'accepted', ...grantedBy(body) };
  if (!status) return { type: 'retry' };
  try {
    return (await import('./read-send-outcome.ts')).readSendOutcome(answer);
  } catch {
    return { type: 'retry' };
  }
}

type FetchLater = (url: string, init: RequestInit) => unknown;

/** Hands a batch to the browser; each way may be missing, refuse by quota or throw, then the next one is tried. */
function leave(url: string, batch: SignalBatch, signal: AbortSignal): boolean {
  const body = new Blob([JSON.stringify(batch)], { type: 'text/plain' });
  if (signal.aborted || body.size > exitBytes) return false;
  const init: RequestInit = { method: 'POST', body, signal };
  try {
    const { fetchLater } = globalThis as { fetchLater?: FetchLater };
    if (fetchLater) {
      fetchLater(url, init);
      return true;
    }
  } catch {
    // Quota or policy: the beacon has its own.
  }
  try {
    // The answer of the last way comes after the page is gone; a refusal by quota is a rejection nobody waits for.
    if (!navigator.sendBeacon?.(url, body)) fetch(url, { ...init, keepalive: true }).catch(() => {});
    return true;
  } catch {
    return false;
  }
}
