import { createHash } from 'node:crypto';
import { compileDocument } from '@regulars/core/rules';
import { splitDocument } from '@regulars/schema';
import type { ServerContext } from '../context.ts';

/** The public part of the source document, ready to serve. */
export interface ServedDocument {
  readonly body: string;
  readonly etag: string;
}

const REPUBLISH_MS = 3_600_000;

/**
 * Answers the current document; it is split anew after each publish and each hour, so that future campaigns appear and ended ones go. It is
 * checked here, as a browser would, and says so by its mark: browsers that know the mark fetch no checker.
 */
export function createPublisher(context: ServerContext): () => ServedDocument {
  let current: ServedDocument | undefined;
  let until = 0;
  let made: unknown;
  return () => {
    const now = context.now();
    const { current: published } = context.documents;
    if (current && now < until && made === published) return current;
    made = published;
    const parts = splitDocument(published.campaigns, published.program, { now });
    const { document, problems } = compileDocument(parts.public);
    // Left to the browser to name: a campaign that the checker refuses would vanish from a document that bears its mark.
    const body = JSON.stringify(problems.length === 0 ? document : parts.public);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    current = { body, etag };
    until = now + REPUBLISH_MS;
    return current;
  };
}
