import type { Queryable } from '../../db/database.ts';

/**
 * Locks the person that counts and answers its id: whoever was merged meanwhile is followed. Everything that reads a
 * person's points or plays to decide does so behind this lock.
 */
export async function lockPerson(tx: Queryable, personId: string): Promise<string> {
  let id = personId;
  for (;;) {
    const rows = await tx.query<{ merged_into: string | null }>(
      'select merged_into from person where id = $1 for update',
      [id],
    );
    const next = rows[0]?.merged_into ?? null;
    if (next === null) return id;
    id = next;
  }
}
