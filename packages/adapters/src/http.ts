import type { ActionContext, ActionPort, DeliveryPort } from '@regulars/core';
import type { Action, ActionOutcome, SignalBatch } from '@regulars/schema';
import { type Answer, readSendOutcome } from './read-send-outcome.ts';
import { startDeadline } from './start-deadline.ts';

/** Where the backend is and which public write key opens it. */
export interface HttpAdapterOptions {
  /** Base address of the backend (`https://shop.example/regulars`), absolute or relative to the page; a slash at the end is ignored. */
  readonly endpoint: string;
  /** Public write key, sent in each body. */
  readonly key: string;
  /** Ms until an unanswered request is given up (default 10,000). */
  readonly timeoutMs?: number | undefined;
}

/** Delivery and actions over HTTP in one object. */
export type HttpAdapter = DeliveryPort & ActionPort;

/** Quota of all beacons in flight is 64 KiB in Chromium and WebKit; the rest stays free for the shop's own. */
const exitBytes = 48 * 1024;
/** Below this gzip gains less than one network packet. */
const gzipFromBytes = 2048;

/**
 * Reaches the Regulars HTTP backend: batches to `/v1/batch`, actions to `/v1/actions`. Never throws after creation.
 * Bodies are `text/plain`, which spares the preflight across origins; gzip only where it costs none (same origin).
 */
export function httpAdapter(options: HttpAdapterOptions): HttpAdapter {
  const base = options.endpoint.replace(/\/+$/, '');
  const post = (path: string, body: unknown, signal?: AbortSignal): Promise<Answer> =>
    request(`${base}/v1/${path}`, JSON.stringify(body), { signal, timeoutMs: options.timeoutMs ?? 10_000 });
  return {
    id: 'http',
    limits: { maxEvents: 64, maxBytes: 256 * 1024, maxEventBytes: 32 * 1024, maxAgeMs: 7 * 864e5 },
    idempotent: 'event',
    erasure: 'The action "forget" erases the visitor.',
    send: async (batch, { signal }) => readSendOutcome(await post('batch', batch, signal)),
    exit: (batch, { signal }) => leave(`${base}/v1/batch`, batch, signal),
    perform: async <A extends Action>(
      action: A,
      { context, signal }: { readonly context: ActionContext; readonly signal?: AbortSignal | undefined },
    ) =>
      readActionOutcome<A['type']>(
        await post('actions', { v: 1, key: options.key, ...context, action }, signal),
      ),
  };
}

/** Posts a text; an unreachable backend, an abort and a time-out all give status 0. */
async function request(
  url: string,
  text: string,
  { signal, timeoutMs }: { readonly signal?: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<Answer> {
  const deadline = startDeadline(timeoutMs, signal);
  try {
    const packed = text.length > gzipFromBytes && sameOrigin(url) && 'CompressionStream' in globalThis;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...(packed && { 'content-encoding': 'gzip' }) },
      body: packed ? await gzip(text) : text,
      redirect: 'error',
      signal: deadline.signal,
    });
    const { status, headers } = response;
    const body = await response.json().catch((error) => {
      // Empty and foreign bodies are no JSON and say nothing; a line that broke half-way is no answer at all.
      // By name: WebKit rejects with a DOMException of that name.
      if (error.name !== 'SyntaxError') throw error;
    });
    return { status, headers, body: Object(body) };
  } catch {
    // Offline, blocked, aborted and timed out look alike to a page, and ask for the same: try again later.
    return { status: 0, headers: new Headers(), body: {} };
  } finally {
    deadline.stop();
  }
}

function sameOrigin(url: string): boolean {
  return new URL(url, document.baseURI).origin === location.origin;
}

/** A whole buffer, not the stream: Firefox and WebKit cannot send streams. */
async function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
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

function readActionOutcome<T extends Action['type']>({ status, body }: Answer): ActionOutcome<T> {
  // The backend's word is checked for its shape alone; a proxy's page has none, then the status decides.
  if (body.ok === true || (body.ok === false && body.reason)) return body as ActionOutcome<T>;
  return { ok: false, reason: status ? (status === 429 ? 'rate-limited' : 'unavailable') : 'offline' };
}
