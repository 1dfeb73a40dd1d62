import { createHmac } from 'node:crypto';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { settlePerson } from './settle-person.ts';
import { markStreaks } from './streaks.ts';

/** An order as the shop's signed word tells it, joined to a person. */
export interface NotedOrder {
  readonly orderId: string;
  readonly personId: string;
  /** Epoch ms. */
  readonly placedAt: number;
  readonly isPaid: boolean;
  /** The shop's own marks of card and address, in any form that is equal for equal ones. */
  readonly payment?: string | undefined;
  readonly address?: string | undefined;
}

/** What follows from an order, in the transaction that stores it: streaks, quests, badges, referral. */
export async function noteOrder(tx: Queryable, context: ServerContext, order: NotedOrder): Promise<void> {
  const { orderId, personId, placedAt, isPaid, payment, address } = order;
  for (const [kind, value] of [
    ['payment', payment],
    ['address', address],
  ] as const) {
    if (value === undefined) continue;
    await tx.query(
      'insert into order_signal (order_id, kind, hash, person_id) values ($1, $2, $3, $4) on conflict do nothing',
      [orderId, kind, hashSignal(context, kind, value), personId],
    );
  }
  if (isPaid) {
    const acts = [{ name: 'order_placed', t: placedAt }];
    await markStreaks(tx, context, { personId, receivedAt: placedAt, acts });
  }
  await settlePerson(tx, context, personId);
}

/** Keyed, so that nobody finds an address by trying addresses. */
function hashSignal({ secrets }: ServerContext, kind: string, value: string): string {
  const plain = value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return createHmac('sha256', secrets.token).update(`order-signal ${kind} ${plain}`).digest('hex');
}
