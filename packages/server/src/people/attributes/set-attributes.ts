import type { AttributesView, AttributesWish } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { customerPerson } from '../bind-customer.ts';
import { findPerson } from '../find-person.ts';
import { rootPerson } from '../visitors.ts';
import { readBooks, readStored } from './read-attributes.ts';

/**
 * Notes what the shop's backend says of a person; `null` removes. A customer of the shop who never came is made: scores are often there
 * before the visit. Answers `null` for a visitor or person that nobody knows.
 */
export function setAttributes(
  context: ServerContext,
  reference: string,
  { attributes, at = context.now() }: AttributesWish,
): Promise<AttributesView | null> {
  const now = context.now();
  return context.db.transaction(async (tx) => {
    const customerId = /^customer:(.{1,200})$/s.exec(reference)?.[1];
    const personId =
      customerId === undefined
        ? await findPerson(tx, reference)
        : await rootPerson(tx, await customerPerson(tx, { customerId, now }));
    if (personId === null) return null;
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null)
        await tx.query('delete from person_attribute where person_id = $1 and name = $2', [personId, name]);
      else
        await tx.query(
          `insert into person_attribute (person_id, name, value, at, by_shop) values ($1, $2, $3, $4, true)
           on conflict (person_id, name) do update set value = excluded.value, at = excluded.at, by_shop = true`,
          // What is said of the future is as good as now.
          [personId, name, JSON.stringify(value), Math.round(Math.min(at, now))],
        );
    }
    return readOf(tx, personId, now);
  });
}

/** All attributes of a person: what its orders say, what was set and what was counted. */
export async function readOf(tx: Queryable, personId: string, now: number): Promise<AttributesView> {
  return { attributes: { ...(await readBooks(tx, personId, now)), ...(await readStored(tx, personId)) } };
}
