import { signalBatch } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { noteEvents } from '../engage/note-events.ts';
import type { AppContext } from '../http/environment.ts';
import { isOriginAllowed } from '../http/origin.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { bindCustomer } from '../people/bind-customer.ts';
import { meetVisitor } from '../people/visitors.ts';
import { cleanText } from './clean-text.ts';
import { type AcceptedEvent, firstPath, readEvents } from './read-events.ts';
import { storeBatch } from './store-batch.ts';

const BATCH_MAX_BYTES = 512 * 1024;
/** 1900 to 2200: what a broken clock may say and a database can still hold. */
const SENT_AT_MAX = 7.3e12;

/** `POST /v1/batch`: stores signals. What is answered with 200 is stored. */
export async function takeBatch(c: AppContext, context: ServerContext): Promise<Response> {
  const retryAfterMs = limitMs(c, context, 'batch', context.limits.batch);
  if (retryAfterMs > 0) return refuse(c, context, 'rate-limited', { retryAfterMs });
  const body = await readBody(c.req.raw, BATCH_MAX_BYTES);
  if (!body.ok) return refuse(c, context, 'bad-request', body.status === 400 ? {} : { status: body.status });
  const parsed = signalBatch.safeParse(parseJson(body.text));
  if (!parsed.success) return refuse(c, context, 'bad-request', { problems: [firstPath(parsed.error)] });
  const { events, ...head } = parsed.data;
  const key = context.keys.get(head.key);
  if (!key) return refuse(c, context, 'key-unknown');
  if (!isOriginAllowed(key, c.req.raw)) return refuse(c, context, 'origin-not-allowed');

  const receivedAt = context.now();
  const sentAt = Math.min(Math.max(head.sentAt, 0), SENT_AT_MAX);
  const anonymousId = cleanText(head.anonymousId);
  const { accepted, rejected } = readEvents(events, { sentAt, receivedAt });
  const after = (tx: Queryable, events: readonly AcceptedEvent[]): Promise<void> =>
    noteEvents(tx, context, { anonymousId, receivedAt, events });
  const batch = {
    key: head.key,
    batchId: cleanText(head.batchId),
    anonymousId,
    sentAt,
    receivedAt,
    store: head.store,
    bytes: body.bytes,
    accepted,
    rejected,
  };
  const fresh = await storeBatch(context.db, batch, after);
  await meetVisitor(context.db, { anonymousId, now: receivedAt });
  if (head.customerToken) await bindCustomer(context, { anonymousId, customerToken: head.customerToken });
  Object.assign(c.get('logFields'), {
    key: head.key,
    bytes: body.bytes,
    accepted: fresh,
    repeats: accepted.length - fresh,
    rejected: rejected.length,
  });
  context.live.publish('batch');
  const now = context.now();
  return c.json(rejected.length === 0 ? { type: 'accepted', now } : { type: 'partly', rejected, now });
}
