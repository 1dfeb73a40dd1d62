import { randomUUID } from 'node:crypto';
import type { Queryable } from '../db/database.ts';

/** Makes the visitor and its person on first contact, else notes that it was seen. Answers the person's id. */
export async function meetVisitor(
  db: Queryable,
  { anonymousId, now }: { readonly anonymousId: string; readonly now: number },
): Promise<string> {
  const seen = await db.query<{ person_id: string }>(
    'update visitor set last_seen = greatest(last_seen, $2) where anonymous_id = $1 returning person_id',
    [anonymousId, now],
  );
  if (seen[0]) return seen[0].person_id;
  // Two requests of one visitor may come together: one person stays unused, which is harmless.
  const person = randomUUID();
  const made = await db.query<{ person_id: string }>(
    `with p as (insert into person (id, created_at) values ($2, $3) returning id)
     insert into visitor (anonymous_id, person_id, first_seen, last_seen) select $1, id, $3, $3 from p
     on conflict (anonymous_id) do update set last_seen = excluded.last_seen returning person_id`,
    [anonymousId, person, now],
  );
  return made[0]?.person_id ?? person;
}

/** The person that counts: where a merged one went. */
export async function rootPerson(db: Queryable, personId: string): Promise<string> {
  const rows = await db.query<{ root: string }>(
    'select coalesce(merged_into, id) as root from person where id = $1',
    [personId],
  );
  return rows[0]?.root ?? personId;
}
