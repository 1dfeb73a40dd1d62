import { advanceOrder, availableAt, newOrder, type OrderProgress, orderState } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { Buyer } from './find-buyer.ts';
import type { ShopOrder, ShopOrderItem } from './read-order.ts';

/** Orders that count for people: paid, and not taken back as a whole. For `where` clauses over `shop_order`. */
export const COUNTED_ORDER = `(paid_at is not null and status not in ('cancelled', 'returned'))`;

/** An order as it is stored, with what the shop's last word changed. */
export interface StoredOrder {
  readonly orderId: string;
  readonly personId: string | null;
  readonly progress: OrderProgress;
  readonly total: number;
  readonly currency: string;
  readonly items: readonly ShopOrderItem[];
  readonly coupon: string | null;
  /** Epoch ms. */
  readonly placedAt: number;
  /** It was looked at for earnings before. */
  readonly earned: boolean;
}

interface OrderRow {
  readonly order_id: string;
  readonly person_id: string | null;
  readonly total: number;
  readonly currency: string;
  readonly items: readonly ShopOrderItem[];
  readonly coupon: string | null;
  readonly placed_at: number;
  readonly earned_at: number | null;
  readonly paid_at: number | null;
  readonly shipped_at: number | null;
  readonly delivered_at: number | null;
  readonly cancelled_at: number | null;
  readonly refunded: number;
}

/**
 * Takes in one word about an order behind its row lock. Total and goods are those of the word that said paid; afterwards
 * only what came back changes. A buyer that was unknown may be added, never changed.
 */
export async function writeOrder(
  tx: Queryable,
  context: Pick<ServerContext, 'program' | 'now'>,
  order: ShopOrder,
  buyer: Buyer | null,
): Promise<StoredOrder> {
  const before = await lockOrder(tx, order, context.now());
  const known = progressOf(before);
  const isPaid = known.paidAt !== null;
  const total = isPaid ? before.total : order.total.value;
  const progress = advanceOrder(known, {
    status: order.status,
    refunded: order.refunded?.value ?? 0,
    total,
    at: context.now(),
  });
  const items = isPaid ? withReturns(before.items, order.items) : order.items;
  await saveOrder(tx, {
    order: { ...order, total: { value: total, currency: isPaid ? before.currency : order.total.currency } },
    progress,
    items,
    buyer,
    pointsAt: availableAt(progress, context.program.pending),
  });
  return {
    orderId: order.orderId,
    personId: before.person_id ?? buyer?.personId ?? null,
    progress,
    total,
    currency: isPaid ? before.currency : order.total.currency,
    items,
    coupon: before.coupon ?? order.coupon ?? null,
    placedAt: before.placed_at,
    earned: before.earned_at !== null,
  };
}

async function lockOrder(tx: Queryable, order: ShopOrder, now: number): Promise<OrderRow> {
  const { orderId, total, items, coupon, placedAt } = order;
  await tx.query(
    `insert into shop_order (order_id, status, total, currency, items, coupon, placed_at, received_at)
     values ($1, 'open', $2, $3, $4, $5, $6, $7) on conflict (order_id) do nothing`,
    [orderId, total.value, total.currency, JSON.stringify(items), coupon ?? null, placedAt, now],
  );
  const rows = await tx.query<OrderRow>('select * from shop_order where order_id = $1 for update', [orderId]);
  if (!rows[0]) throw new Error(`Order ${orderId} was not stored.`);
  return rows[0];
}

function progressOf(row: OrderRow): OrderProgress {
  return {
    ...newOrder,
    paidAt: row.paid_at,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    cancelledAt: row.cancelled_at,
    refunded: row.refunded,
  };
}

/** The goods that were paid, with the pieces that came back so far. */
function withReturns(
  paid: readonly ShopOrderItem[],
  told: readonly ShopOrderItem[],
): readonly ShopOrderItem[] {
  return paid.map((item) => {
    const back = told.find(({ productId }) => productId === item.productId)?.returned ?? 0;
    const returned = Math.max(item.returned ?? 0, back);
    return returned > 0 ? { ...item, returned } : item;
  });
}

async function saveOrder(
  tx: Queryable,
  {
    order,
    progress,
    items,
    buyer,
    pointsAt,
  }: {
    readonly order: ShopOrder;
    readonly progress: OrderProgress;
    readonly items: readonly ShopOrderItem[];
    readonly buyer: Buyer | null;
    readonly pointsAt: number | null;
  },
): Promise<void> {
  await tx.query(
    `update shop_order set status = $2, total = $3, currency = $4, items = $5, coupon = coalesce(coupon, $6),
       paid_at = $7, shipped_at = $8, delivered_at = $9, cancelled_at = $10, refunded = $11, points_at = $12,
       customer_id = coalesce(customer_id, $13), anonymous_id = coalesce(anonymous_id, $14),
       person_id = coalesce(person_id, $15), joined_by = coalesce(joined_by, $16)
     where order_id = $1`,
    [
      order.orderId,
      orderState(progress, order.total.value),
      order.total.value,
      order.total.currency,
      JSON.stringify(items),
      order.coupon ?? null,
      progress.paidAt,
      progress.shippedAt,
      progress.deliveredAt,
      progress.cancelledAt,
      progress.refunded,
      pointsAt,
      order.customerId ?? null,
      buyer?.anonymousId ?? null,
      buyer?.personId ?? null,
      buyer?.joinedBy ?? null,
    ],
  );
}
