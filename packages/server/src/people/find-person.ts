import type { Queryable } from '../db/database.ts';

/**
 * The person that a reference names: `customer:<id>` the shop's customer, `visitor:<id>` a browser, else a person's own id.
 * Merged persons are followed. `null`: nobody.
 */
export async function findPerson(db: Queryable, reference: string): Promise<string | null> {
  const [, kind, id = ''] = /^(customer|visitor):(.+)$/s.exec(reference) ?? [];
  const sql =
    kind === 'customer'
      ? 'select coalesce(merged_into, id) as root from person where customer_id = $1'
      : kind === 'visitor'
        ? 'select coalesce(p.merged_into, p.id) as root from visitor v join person p on p.id = v.person_id where v.anonymous_id = $1'
        : 'select coalesce(merged_into, id) as root from person where id = $1';
  const rows = await db.query<{ root: string }>(sql, [kind === undefined ? reference : id]);
  return rows[0]?.root ?? null;
}
