import type { PersonSummary } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { readBadges } from '../engage/badges.ts';
import { readOpenDoors } from '../engage/entitlements.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { readWallet } from '../rewards/ledger/wallet.ts';
import { noteTier } from '../rewards/tiers.ts';

/** What staff and the shop's server see of a person that counts. */
export async function summarizePerson(
  tx: Queryable,
  context: ServerContext,
  personId: string,
): Promise<PersonSummary> {
  // Behind the person's lock from here on.
  const { points, pending } = await readWallet(tx, context, personId);
  const rows = await tx.query<{
    customer_id: string | null;
    created_at: number;
    visitors: number;
    orders: number;
  }>(
    `select customer_id, created_at,
       (select count(*)::int from visitor where person_id in (${PERSONS})) as visitors,
       (select count(*)::int from shop_order where person_id in (${PERSONS})) as orders
     from person where id = $1`,
    [personId],
  );
  const row = rows[0];
  const badges = await readBadges(tx, personId);
  return {
    personId,
    customerId: row?.customer_id ?? null,
    since: row?.created_at ?? 0,
    visitors: row?.visitors ?? 0,
    orders: row?.orders ?? 0,
    points,
    pending,
    tier: await noteTier(tx, context, personId, { reward: true }),
    badges: [...badges.keys()],
    entitlements: (await readOpenDoors(tx, context, personId)).map(({ id }) => id),
  };
}
