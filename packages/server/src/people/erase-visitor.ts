import type { Database } from '../db/database.ts';

/**
 * Erases a visitor: its journey is deleted, orders, plays and ledger entries stay as book-keeping without any tie to it.
 * A signed-in customer's account with the shop is the shop's own and stays.
 */
export async function eraseVisitor(db: Database, anonymousId: string, now: number): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx.query<{ person_id: string }>(
      'delete from visitor where anonymous_id = $1 returning person_id',
      [anonymousId],
    );
    await tx.query('delete from event where anonymous_id = $1', [anonymousId]);
    await tx.query('update batch set anonymous_id = null where anonymous_id = $1', [anonymousId]);
    await tx.query('update shop_order set anonymous_id = null where anonymous_id = $1', [anonymousId]);
    await tx.query('update play set anonymous_id = null where anonymous_id = $1', [anonymousId]);
    // The log goes on saying that somebody was exported, not who.
    await tx.query(`update audit set target = null where action = 'visitor-exported' and target = $1`, [
      anonymousId,
    ]);
    await tx.query('update person set erased_at = $2 where id = $1 and customer_id is null', [
      gone[0]?.person_id ?? '',
      now,
    ]);
  });
}
