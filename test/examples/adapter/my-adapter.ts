import type { DeliveryPort } from '@regulars/core';

/** Delivers to a backend of one's own, which drops repeated event ids. */
export const myAdapter = (url: string): DeliveryPort => ({
  id: 'mine',
  limits: { maxEvents: 50, maxBytes: 100_000, maxEventBytes: 20_000, maxAgeMs: 7 * 864e5 },
  idempotent: 'event',
  erasure: 'DELETE /people/<anonymous id> of that backend.',
  async send(batch, { signal }) {
    const asked = fetch(url, { method: 'POST', body: JSON.stringify(batch), signal });
    const { ok, status } = await asked.catch(() => ({ ok: false, status: 503 }));
    if (ok) return { type: 'accepted' };
    if (status === 413) return { type: 'too-large' };
    return status === 429 || status >= 500 ? { type: 'retry' } : { type: 'pause', reason: `${status}` };
  },
  exit(batch, { signal }) {
    const body = new Blob([JSON.stringify(batch)]);
    // Browsers carry 64 KiB in all; not every one refuses more.
    return !signal.aborted && body.size < 60_000 && navigator.sendBeacon(url, body);
  },
});
