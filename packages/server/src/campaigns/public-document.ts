import { createHash } from 'node:crypto';
import { splitDocument } from '@regulars/schema';
import type { ServerContext } from '../context.ts';

/** The public part of the source document, ready to serve. */
export interface ServedDocument {
  readonly body: string;
  readonly etag: string;
}

const REPUBLISH_MS = 3_600_000;

/** Answers the current document; it is split anew each hour, so that future campaigns appear and ended ones go. */
export function createPublisher(context: ServerContext): () => ServedDocument {
  let current: ServedDocument | undefined;
  let until = 0;
  return () => {
    const now = context.now();
    if (current && now < until) return current;
    const parts = splitDocument(context.campaigns, context.program, { now });
    const body = JSON.stringify(parts.public);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    current = { body, etag };
    until = now + REPUBLISH_MS;
    return current;
  };
}
