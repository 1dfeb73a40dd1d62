import type { ResourceAnswer, ResourcePort } from '@regulars/core';
import { startDeadline } from './start-deadline.ts';

/** How static files are fetched. */
export interface StaticFilesOptions {
  /** Address that relative names start from (default: the page's). */
  readonly base?: string | undefined;
  /** Ms until a file counts as failed (default 8,000). */
  readonly timeoutMs?: number | undefined;
}

/**
 * Reads static files (document, control file, index and product shards) without credentials, referrer or identifiers.
 * Never throws. Reasons of failure: `too-large`, `timeout`, `aborted`, `network`, `http-<status>`.
 */
export function staticFiles(options: StaticFilesOptions = {}): ResourcePort {
  return {
    async load(name, { signal, etag, maxBytes = Infinity }) {
      const deadline = startDeadline(options.timeoutMs ?? 8000, signal);
      try {
        // A name that is no address throws here and counts as `network`.
        const response = await fetch(new URL(name, options.base ?? document.baseURI), {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          // The browser revalidates its own copy: `If-None-Match` set by hand would cost a preflight across origins.
          ...(etag && { cache: 'no-cache' }),
          signal: deadline.signal,
        });
        return await readAnswer(response, etag, maxBytes);
      } catch {
        return failed(signal?.aborted ? 'aborted' : deadline.signal.aborted ? 'timeout' : 'network');
      } finally {
        // Also frees the connection of a body that was not wanted.
        deadline.stop();
      }
    },
  };
}

const failed = (reason: string): ResourceAnswer => ({ type: 'failed', reason });

async function readAnswer(
  response: Response,
  held: string | undefined,
  maxBytes: number,
): Promise<ResourceAnswer> {
  if (!response.ok) return failed(`http-${response.status}`);
  const etag = response.headers.get('etag') ?? undefined;
  if (held && held === etag) return { type: 'unchanged' };
  let bytes = 0;
  // Counts decompressed bytes as they come, so that an endless file is left early.
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        if (bytes > maxBytes) controller.error();
        else controller.enqueue(chunk);
      },
    }),
  );
  try {
    return { type: 'fresh', body: await new Response(counted ?? null).text(), etag };
  } catch (error) {
    if (bytes > maxBytes) return failed('too-large');
    throw error;
  }
}
