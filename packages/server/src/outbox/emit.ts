import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { Message } from './message.ts';

/**
 * Writes a message for the shop; call it in the transaction of its cause, so that both are stored or neither. A message
 * of this type and key that was written before is not written again; answers whether it was new.
 */
export async function emit(
  tx: Queryable,
  context: Pick<ServerContext, 'webhooks' | 'wakeOutbox'>,
  message: Message,
): Promise<boolean> {
  const { type, key, personId, content } = message;
  const t = Math.round(message.t);
  const made = await tx.query<{ id: string }>(
    `insert into outbox (id, type, key, person_id, content, t) values ($1, $2, $3, $4, $5, $6)
     on conflict (type, key) do nothing returning id`,
    [randomUUID(), type, key, personId, JSON.stringify(content), t],
  );
  const id = made[0]?.id;
  if (id === undefined) return false;
  const wanted = context.webhooks.filter(({ types }) => types === undefined || types.includes(type));
  if (wanted.length === 0) return true;
  await tx.query(
    `insert into outbox_delivery (outbox_id, endpoint, state, next_at)
     select $1, endpoint, 'waiting', 0 from unnest($2::text[]) as endpoint`,
    [id, wanted.map((endpoint) => endpoint.id)],
  );
  context.wakeOutbox();
  return true;
}
