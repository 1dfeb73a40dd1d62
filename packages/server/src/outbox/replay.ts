import type { Queryable } from '../db/database.ts';

/**
 * Sends messages again, with the ids they had: one, or all that failed at an endpoint. Answers how many deliveries wait now.
 * A message that was written before the endpoint was configured gets its delivery here.
 */
export async function replay(
  tx: Queryable,
  what: { readonly outboxId: string; readonly endpoint: string } | { readonly failedAt: string },
): Promise<number> {
  const rows =
    'failedAt' in what
      ? await tx.query(
          `update outbox_delivery set state = 'waiting', next_at = 0, tries = 0, done_at = null
           where endpoint = $1 and state = 'failed' returning 1`,
          [what.failedAt],
        )
      : await tx.query(
          `insert into outbox_delivery (outbox_id, endpoint, state, next_at)
           select id, $2, 'waiting', 0 from outbox where id = $1
           on conflict (outbox_id, endpoint) do update set state = 'waiting', next_at = 0, tries = 0, done_at = null
           returning 1`,
          [what.outboxId, what.endpoint],
        );
  return rows.length;
}
