import type { Answer } from './answer.ts';
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

/** Below this a body leaves in one flight of packets anyway: gzip, and the code for it, would gain nothing. */
const packFromBytes = 4096;

/** Address of one of the backend's routes. */
export const addressOf = ({ endpoint }: HttpAdapterOptions, route: string): string =>
  `${endpoint.replace(/\/+$/, '')}/v1/${route}`;

/** Posts a body to a route of the backend: `text/plain`, packed where that costs no preflight. Never rejects. */
export async function post(
  options: HttpAdapterOptions,
  route: string,
  content: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const url = addressOf(options, route);
  const text = JSON.stringify(content);
  const packed =
    text.length > packFromBytes &&
    (await import('./pack.ts').then(
      ({ pack }) => pack(url, text),
      () => undefined,
    ));
  const headers = { 'content-type': 'text/plain', ...(packed && { 'content-encoding': 'gzip' }) };
  return postTo(url, { headers, body: packed || text }, signal, options.timeoutMs);
}

/** Posts a body, JSON; an unreachable backend, an abort and a time-out all give status 0. Never rejects. */
export async function postTo(
  url: string,
  init: Pick<RequestInit, 'headers' | 'body'>,
  outer: AbortSignal | undefined,
  timeoutMs = 10_000,
): Promise<Answer> {
  const { signal, stop } = startDeadline(timeoutMs, outer);
  try {
    const response = await fetch(url, { ...init, method: 'POST', redirect: 'error', signal });
    const { status, headers } = response;
    const body = await response.json().catch((error) => {
      // Empty and foreign bodies are no JSON and say nothing; a line that broke half-way is no answer at all.
      // By name: WebKit rejects with a DOMException of that name.
      if (error.name !== 'SyntaxError') throw error;
    });
    return { status, headers, body: Object(body) };
  } catch {
    // Offline, blocked, aborted and timed out look alike to a page, and ask for the same: try again later.
    return { status: 0, body: {} };
  } finally {
    stop();
  }
}
