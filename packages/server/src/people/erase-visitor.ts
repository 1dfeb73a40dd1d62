import type { Database, Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Erases a visitor. Whoever never signed in is erased as a person, as far as book-keeping allows. Of a signed-in customer,
 * or of one with other browsers, this browser's journey goes; the account is the shop's own and stays, see `erasePerson`.
 */
export async function eraseVisitor(db: Database, anonymousId: string, now: number): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.query<{ id: string; customer_id: string | null }>(
      `select root.id, root.customer_id from visitor v join person p on p.id = v.person_id
       join person root on root.id = coalesce(p.merged_into, p.id) where v.anonymous_id = $1`,
      [anonymousId],
    );
    const person = rows[0];
    if (person && person.customer_id === null && (await countBrowsers(tx, person.id)) === 1) {
      await erasePerson(tx, person.id, now);
    } else await eraseBrowser(tx, anonymousId);
    // The log goes on saying that somebody was exported, not who.
    await tx.query(`update audit set target = null where action = 'visitor-exported' and target = $1`, [
      anonymousId,
    ]);
  });
}

async function countBrowsers(tx: Queryable, personId: string): Promise<number> {
  const rows = await tx.query(`select 1 from visitor where person_id in (${PERSONS})`, [personId]);
  return rows.length;
}

async function eraseBrowser(tx: Queryable, anonymousId: string): Promise<void> {
  for (const sql of [
    'delete from visitor where anonymous_id = $1',
    'delete from event where anonymous_id = $1',
    'delete from shared_device where anonymous_id = $1',
    'update batch set anonymous_id = null where anonymous_id = $1',
    'update shop_order set anonymous_id = null where anonymous_id = $1',
    'update play set anonymous_id = null where anonymous_id = $1',
    'delete from outbox where position($1 in content::text) > 0',
  ]) {
    await tx.query(sql, [anonymousId]);
  }
}
