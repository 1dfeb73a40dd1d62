import type { DeliveryPort, SendOutcome } from '@regulars/core';

/** Delivers to a backend of one's own, which drops repeated event ids. */
export function myAdapter(url: string): DeliveryPort {
  return {
    id: 'mine',
    limits: { maxEvents: 50, maxBytes: 100_000, maxEventBytes: 20_000, maxAgeMs: 7 * 864e5 },
    idempotent: 'event',
    erasure: 'DELETE /people/<anonymous id> of that backend.',
    async send(batch, { signal }): Promise<SendOutcome> {
      try {
        const { ok, status } = await fetch(url, { method: 'POST', body: JSON.stringify(batch), signal });
        if (ok) return { type: 'accepted' };
        if (status === 413) return { type: 'too-large' };
        return status === 429 || status >= 500 ? { type: 'retry' } : { type: 'pause', reason: `${status}` };
      } catch {
        return { type: 'retry' };
      }
    },
    exit(batch, { signal }) {
      const body = new Blob([JSON.stringify(batch)]);
      // Browsers carry 64 KiB in all; not every one refuses more.
      return !signal.aborted && body.size < 60_000 && navigator.sendBeacon(url, body);
    },
  };
}
