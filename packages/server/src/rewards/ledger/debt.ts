import type { Queryable } from '../../db/database.ts';
import { writeEntry } from './entry.ts';
import { PERSONS } from './persons.ts';

/** Points that a person owes, by the account that owes them. */
export async function readDebts(
  tx: Queryable,
  personId: string,
  unit: string,
): Promise<readonly { readonly account: string; readonly points: number }[]> {
  return tx.query(
    `select p.account, -sum(p.points)::bigint as points from posting p join movement m on m.id = p.movement_id
     where p.account in (select 'debt:' || id from (${PERSONS}) as own) and m.unit = $2
     group by p.account having sum(p.points) < 0 order by p.account`,
    [personId, unit],
  );
}

/** Pays what a person owes from a lot that has just been opened. */
export async function repayDebt(
  tx: Queryable,
  lot: {
    readonly lotId: string;
    readonly personId: string;
    readonly points: number;
    readonly unit: string;
    readonly t: number;
  },
): Promise<void> {
  let left = lot.points;
  for (const { account, points } of await readDebts(tx, lot.personId, lot.unit)) {
    const part = Math.min(left, points);
    if (part === 0) return;
    left -= part;
    await writeEntry(tx, {
      kind: 'repaid',
      source: 'debt',
      orderId: lot.lotId,
      rule: account,
      personId: lot.personId,
      points: part,
      to: account,
      from: `person:${lot.personId}`,
      t: lot.t,
      unit: lot.unit,
      lotId: lot.lotId,
    });
  }
}
