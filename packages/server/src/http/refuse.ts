import type { RefusalReason } from '@regulars/schema';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ServerContext } from '../context.ts';
import type { Bucket } from '../options.ts';
import { type AppContext, addressOf } from './environment.ts';

/** Status of each refusal. */
const STATUS: Partial<Record<RefusalReason, ContentfulStatusCode>> = {
  'token-invalid': 401,
  'token-expired': 401,
  'key-unknown': 401,
  'bad-request': 400,
  'not-found': 404,
  'rate-limited': 429,
  'origin-not-allowed': 403,
  'token-unsigned': 401,
  'token-key-unknown': 401,
  'token-wrong-campaign': 401,
  'token-other-visitor': 401,
  'not-eligible': 403,
  'region-not-allowed': 403,
  'age-not-confirmed': 403,
  'quiz-failed': 403,
  'claimed-by-another': 403,
  unavailable: 503,
};

/** Answers with a reason that machines read; the wait stands in the header and, since pages of other origins may not read that, in the body. */
export function refuse(
  c: AppContext,
  context: ServerContext,
  reason: RefusalReason,
  more: {
    readonly retryAfterMs?: number;
    readonly problems?: readonly string[];
    readonly status?: 413 | 415;
  } = {},
): Response {
  const { status, ...rest } = more;
  if (more.retryAfterMs !== undefined) c.header('Retry-After', String(Math.ceil(more.retryAfterMs / 1000)));
  c.get('logFields').reason = reason;
  return c.json({ ok: false, reason, ...rest, now: context.now() }, status ?? STATUS[reason] ?? 409);
}

/** Ms to wait when this address asked too often for what `name` says; 0: go on. */
export function limitMs(c: AppContext, context: ServerContext, name: string, bucket: Bucket): number {
  return context.limiter.take(`${name} ${addressOf(c, context.trustProxy)}`, bucket);
}
