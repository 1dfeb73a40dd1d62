import { type SignalBatch, signalBatch } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { noteEvents } from '../engage/note-events.ts';
import type { AppContext } from '../http/environment.ts';
import { isOriginAllowed } from '../http/origin.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { bindFromBatch } from '../people/bind-from-batch.ts';
import { earnByEvents } from '../rewards/earn-by-events.ts';
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
  const key = context.keys.get(parsed.data.key);
  if (!key) return refuse(c, context, 'key-unknown');
  if (!isOriginAllowed(key, c.req.raw)) return refuse(c, context, 'origin-not-allowed');
  return answerBatch(c, context, { ...parsed.data, bytes: body.bytes });
}

/** A batch whose events were not looked at yet. */
type Received = Omit<SignalBatch, 'events'> & {
  readonly events: readonly unknown[];
  readonly bytes: number;
};

async function answerBatch(
  c: AppContext,
  context: ServerContext,
  { events, bytes, ...head }: Received,
): Promise<Response> {
  const receivedAt = context.now();
  const sentAt = Math.min(Math.max(head.sentAt, 0), SENT_AT_MAX);
  const anonymousId = cleanText(head.anonymousId);
  const { accepted, rejected } = readEvents(events, { sentAt, receivedAt });
  const after = async (tx: Queryable, events: readonly AcceptedEvent[]): Promise<void> => {
    await earnByEvents(tx, context, { anonymousId, receivedAt, events });
    await noteEvents(tx, context, { anonymousId, receivedAt, events });
  };
  const batch = {
    key: head.key,
    batchId: cleanText(head.batchId),
    anonymousId,
    sentAt,
    receivedAt,
    store: head.store,
    bytes,
    accepted,
    rejected,
  };
  const fresh = await storeBatch(context.db, batch, after);
  const { bound, visitorToken } = await bindFromBatch(context, { ...head, anonymousId });
  Object.assign(c.get('logFields'), {
    key: head.key,
    ...(head.customerToken !== undefined && { bound }),
    bytes,
    accepted: fresh,
    repeats: accepted.length - fresh,
    rejected: rejected.length,
  });
  context.live.publish('batch');
  const more = { ...(visitorToken !== undefined && { visitorToken }), now: context.now() };
  return c.json(
    rejected.length === 0 ? { type: 'accepted', ...more } : { type: 'partly', rejected, ...more },
  );
}
