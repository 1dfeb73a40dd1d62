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

/** Below this gzip gains less than one network packet. */
const gzipFromBytes = 2048;

/** Address of one of the backend's routes. */
export const addressOf = ({ endpoint }: HttpAdapterOptions, route: string): string =>
  `${endpoint.replace(/\/+$/, '')}/v1/${route}`;

/** Posts a body to a route of the backend. Never rejects. */
export const post = (
  options: HttpAdapterOptions,
  route: string,
  content: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer> => postTo(addressOf(options, route), content, options, signal);

/** How a body is posted. */
export interface Posting {
  readonly timeoutMs?: number | undefined;
  /** What a foreign backend asks for; without it the body is ours: `text/plain`, packed where that costs no preflight. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Posts JSON; an unreachable backend, an abort and a time-out all give status 0. Never rejects. */
export async function postTo(
  url: string,
  content: unknown,
  { timeoutMs = 10_000, headers: asked }: Posting,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const text = JSON.stringify(content);
  const deadline = startDeadline(timeoutMs, signal);
  try {
    const packed = !asked && text.length > gzipFromBytes && sameOrigin(url) && (await gzip(text));
    const response = await fetch(url, {
      method: 'POST',
      headers: asked ?? { 'content-type': 'text/plain', ...(packed && { 'content-encoding': 'gzip' }) },
      body: packed || text,
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

/** A whole buffer, not the stream: Firefox and WebKit cannot send streams. `undefined`: it cannot be had, send it plain. */
async function gzip(text: string): Promise<ArrayBuffer | undefined> {
  try {
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return await new Response(packed).arrayBuffer();
  } catch {
    return undefined;
  }
}
