import { reporter } from '../errors/reporter.ts';
import type { Segment } from '../rules/segment.ts';
import { deletion } from '../storage/open-database.ts';
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
  const isMine = await storage.base
    .run(['kv'], 'readwrite', async ({ kv }) => {
      const at = (await kv.get<number>(TOLD)) ?? 0;
      if (Math.abs(now() - at) < SAME_MS) return false;
      await kv.put(now(), TOLD);
      return true;
    })
    .catch(reporter(problems, 'journey-not-stored'));
  if (isMine) journey.track('events_lost', { reason: 'database_deleted', count });
}

/** Events that the slowest destination has not confirmed. */
function countHeld(db: IDBDatabase): Promise<number> {
  return new Promise((resolve, reject) => {
    const tx = db.transaction(['log', 'dest'], 'readonly');
    const offs = tx.objectStore('log').getAllKeys();
    const segments = tx.objectStore('log').getAll();
    const rows = tx.objectStore('dest').getAll();
    tx.oncomplete = () => {
      const positions = (rows.result as DestinationRow[]).map(({ off, i }) => countAfter(off, i));
      resolve(Math.max(0, ...positions));
    };
    tx.onabort = () => reject(tx.error);
    const countAfter = (off: number, i: number): number => {
      let count = 0;
      for (const [at, { n }] of (segments.result as Segment[]).entries()) {
        const mine = Number(offs.result[at]);
        if (mine >= off) count += mine === off ? n - i : n;
      }
      return count;
    };
  });
}
