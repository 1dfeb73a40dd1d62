import type { Queryable } from '../../db/database.ts';

/** Notes that a coupon of ours paid for an order, or that the order was cancelled and it may be used again. */
export async function markCoupon(
  tx: Queryable,
  order: {
    readonly orderId: string;
    readonly coupon: string | null;
    readonly progress: { readonly paidAt: number | null; readonly cancelledAt: number | null };
  },
  now: number,
): Promise<void> {
  const { orderId, coupon, progress } = order;
  if (coupon === null) return;
  if (progress.cancelledAt !== null) {
    await tx.query('update claim set used_order = null, used_at = null where code = $1 and used_order = $2', [
      coupon,
      orderId,
    ]);
  } else if (progress.paidAt !== null) {
    await tx.query('update claim set used_order = $2, used_at = $3 where code = $1 and used_order is null', [
      coupon,
      orderId,
      now,
    ]);
  }
}
