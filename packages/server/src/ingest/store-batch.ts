import { randomUUID } from 'node:crypto';
import type { Database, Queryable } from '../db/database.ts';
import type { AcceptedEvent, Rejection } from './read-events.ts';

/** A batch that passed the checks. */
export interface ReceivedBatch {
  readonly key: string;
  readonly batchId: string;
  readonly anonymousId: string;
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly store: string;
  readonly bytes: number;
  readonly accepted: readonly AcceptedEvent[];
  readonly rejected: readonly Rejection[];
}

const INSERT_EVENTS = `
insert into event (id, write_key, anonymous_id, name, device_t, t, sid, seq, tab, tseq, url, title, props, consent, test, batch, received_at)
select e.id, $2, $3, e.name, e.device_t, e.t, e.sid, e.seq, e.tab, e.tseq, e.url, e.title, e.props, e.consent, e.test, $4, $5
from jsonb_to_recordset($1::jsonb) as e(id uuid, name text, device_t bigint, t bigint, sid text, seq bigint, tab text,
  tseq bigint, url text, title text, props jsonb, consent text[], test boolean)
order by e.id
on conflict (id) do nothing
returning id`;

const INSERT_BATCH = `
insert into batch (id, write_key, batch_id, anonymous_id, sent_at, received_at, store, bytes, accepted, repeats, rejected)
values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9)`;

/** What follows from new events, in the transaction that stores them. */
export type AfterStore = (tx: Queryable, fresh: readonly AcceptedEvent[]) => Promise<void>;

/** Stores a batch in one transaction; events whose id is known are dropped. Answers how many were new. */
export async function storeBatch(db: Database, batch: ReceivedBatch, after: AfterStore): Promise<number> {
  const id = randomUUID();
  return db.transaction(async (tx) => {
    await tx.query(INSERT_BATCH, [
      id,
      batch.key,
      batch.batchId,
      batch.anonymousId,
      Math.round(batch.sentAt),
      batch.receivedAt,
      batch.store,
      batch.bytes,
      JSON.stringify(batch.rejected),
    ]);
    const rows = JSON.stringify(batch.accepted.map(toRow));
    const stored = await tx.query<{ id: string }>(INSERT_EVENTS, [
      rows,
      batch.key,
      batch.anonymousId,
      id,
      batch.receivedAt,
    ]);
    const repeats = batch.accepted.length - stored.length;
    await tx.query('update batch set accepted = $2, repeats = $3 where id = $1', [
      id,
      stored.length,
      repeats,
    ]);
    const ids = new Set(stored.map((row) => row.id));
    // One batch may hold an event twice: the first of them is the new one.
    await after(
      tx,
      batch.accepted.filter(({ event }) => ids.delete(event.id)),
    );
    return stored.length;
  });
}

function toRow({ event, t }: AcceptedEvent): Readonly<Record<string, unknown>> {
  const { id, name, sid, seq, tab, tseq, page, props, consent } = event;
  return {
    id,
    name,
    device_t: event.t,
    t,
    sid,
    seq,
    tab,
    tseq,
    url: page.url,
    title: page.title ?? null,
    props,
    consent,
    test: event.test ?? false,
  };
}
