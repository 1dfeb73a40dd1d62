/// <reference path="../storage/idb-wrap.d.ts" />
import { w as wrap } from 'idb/build/wrap-idb-value.js';
import { reporter } from '../errors/reporter.ts';
import type { Segment } from '../rules/segment.ts';
import { deletion } from '../storage/open-database.ts';
import { runTransaction } from '../storage/run-transaction.ts';
import type { DestinationRow } from './destination-row.ts';
import type { Delivery, DeliveryContext } from './sync-port.ts';

/** Time in which word of an erasure by our own code comes from another tab (ms). */
const WORD_MS = 500;
/** Tabs that see the same deletion, and the one that tells of it (ms). */
const SAME_MS = 10_000;
/** Where the tab that tells leaves its mark. */
const TOLD = 'analytics/deleted';

/**
 * Gives a delivery receipts for a database that somebody deletes under the page: `tellDeletions(deliverTo([…]))`. What
 * it held is told as `events_lost`, once for all open tabs; nothing is told of an erasure that the visitor asked for.
 */
export const tellDeletions =
  (delivery: Delivery): Delivery =>
  (context) => {
    const { tell: next } = deletion;
    deletion.tell = (db, version) => {
      if (version !== null) return false;
      // Several engines share the page: each knows its database by the write key at its end.
      if (context.signal.aborted || !db.name.endsWith(`/${context.key}`)) return next?.(db, version) ?? false;
      void tellDeleted(db, context);
      return true;
    };
    return delivery(context);
  };

async function tellDeleted(
  db: IDBDatabase,
  { journey, storage, consent, now, problems }: DeliveryContext,
): Promise<void> {
  const epoch = journey.epoch();
  const count = await countHeld(db).catch(() => 0);
  db.close();
  await new Promise((resolve) => setTimeout(resolve, WORD_MS));
  if (count === 0 || epoch.aborted || !consent.allows('analytics')) return;
  const { noteLost } = await import('../storage/lost-notes.ts');
  const isMine = await storage.base
    .run(['kv'], 'readwrite', async ({ kv }) => {
      const at = (await kv.get<number>(TOLD)) ?? 0;
      if (Math.abs(now() - at) < SAME_MS) return false;
      await kv.put(now(), TOLD);
      await noteLost(kv, { database_deleted: count });
      return true;
    })
    .catch(reporter(problems, 'journey-not-stored'));
  if (isMine) journey.sweep();
}

/** Events that the slowest destination has not confirmed. The transaction begins at once, before the handle is given up. */
function countHeld(db: IDBDatabase): Promise<number> {
  return runTransaction(wrap(db), ['log', 'dest'], 'readonly', async ({ log, dest }) => {
    const rows = await dest.entries<DestinationRow>();
    const segments = await log.entries<Segment, number>();
    const countAfter = ({ off, i }: DestinationRow): number =>
      segments.reduce((sum, [at, { n }]) => sum + (at < off ? 0 : at === off ? n - i : n), 0);
    return Math.max(0, ...rows.map(([, row]) => countAfter(row)));
  });
}
