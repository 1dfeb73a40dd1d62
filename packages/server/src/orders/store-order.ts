import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { noteOrder } from '../engage/note-order.ts';
import { joinCustomer } from '../people/bind-customer.ts';
import { bookOrder } from './book-order.ts';
import { findBuyer, readReference } from './find-buyer.ts';
import type { ShopOrder } from './read-order.ts';
import { writeOrder } from './write-order.ts';

/** What became of an order webhook. */
export interface OrderAnswer {
  /** Whether a visitor or customer is known for it. */
  readonly joined: boolean;
  /** Points that this word earned, below zero for what it took back. */
  readonly points: number;
}

/** Stores a verified word about an order and books what follows. A delivery id that was seen gets its first answer again. */
export async function storeOrder(
  context: ServerContext,
  delivery: string,
  order: ShopOrder,
): Promise<OrderAnswer & { readonly repeat: boolean }> {
  const anonymousId = await readReference(context, order.visitorRef);
  if (anonymousId !== undefined && order.customerId !== undefined) {
    // The shop signed both: this browser is that customer's.
    await joinCustomer(context, { anonymousId, customerId: order.customerId });
  }
  return context.db.transaction(async (tx) => {
    const known = await takeDelivery(tx, delivery, context.now());
    if (known) return { ...known, repeat: true };
    const buyer = await findBuyer(tx, { anonymousId, customerId: order.customerId, now: context.now() });
    const stored = await writeOrder(tx, context, order, buyer);
    const points = stored.personId === null ? 0 : await bookOrder(tx, context, stored, stored.personId);
    if (stored.personId !== null) {
      const { orderId, personId, placedAt, progress } = stored;
      const { payment, address } = order;
      const isPaid = progress.paidAt !== null;
      await noteOrder(tx, context, { orderId, personId, placedAt, isPaid, payment, address });
    }
    const answer = { joined: stored.personId !== null, points };
    await tx.query('update webhook_delivery set answer = $2 where id = $1', [
      delivery,
      JSON.stringify(answer),
    ]);
    return { ...answer, repeat: false };
  });
}

/** Notes the delivery; the row lock makes a second one with the same id wait for the first one's answer. */
async function takeDelivery(tx: Queryable, id: string, now: number): Promise<OrderAnswer | null> {
  const made = await tx.query(
    'insert into webhook_delivery (id, received_at) values ($1, $2) on conflict (id) do nothing returning id',
    [id, now],
  );
  if (made.length > 0) return null;
  const rows = await tx.query<{ answer: OrderAnswer | null }>(
    'select answer from webhook_delivery where id = $1',
    [id],
  );
  return rows[0]?.answer ?? { joined: false, points: 0 };
}
