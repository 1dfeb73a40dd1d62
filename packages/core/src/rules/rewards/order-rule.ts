/** States of an order, in the words of the shop's webhook. */
export const orderStates = [
  'open',
  'paid',
  'shipped',
  'delivered',
  'partially-returned',
  'returned',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/** What is known of an order; times are epoch ms, `null`: not yet. */
export interface OrderProgress {
  readonly paidAt: number | null;
  readonly shippedAt: number | null;
  readonly deliveredAt: number | null;
  readonly cancelledAt: number | null;
  /** Minor units paid back so far. */
  readonly refunded: number;
}

/** Nothing is known yet. */
export const newOrder: OrderProgress = {
  paidAt: null,
  shippedAt: null,
  deliveredAt: null,
  cancelledAt: null,
  refunded: 0,
};

/**
 * Takes in one word of the shop. Words may come twice or out of order (`shipped` before `paid` where goods are paid at the
 * door): each step is noted once, refunds only grow, a cancelled order stays cancelled. Pure.
 */
export function advanceOrder(
  progress: OrderProgress,
  word: {
    readonly status: OrderState;
    readonly refunded: number;
    readonly total: number;
    readonly at: number;
  },
): OrderProgress {
  const { status, at, total } = word;
  const whole = status === 'cancelled' || status === 'returned';
  const refunded = Math.min(total, Math.max(progress.refunded, whole ? total : word.refunded));
  return {
    paidAt: progress.paidAt ?? (isPaid(status) ? at : null),
    shippedAt: progress.shippedAt ?? (status === 'shipped' || status === 'delivered' ? at : null),
    deliveredAt: progress.deliveredAt ?? (status === 'delivered' ? at : null),
    cancelledAt: progress.cancelledAt ?? (status === 'cancelled' ? at : null),
    refunded,
  };
}

/** Paid back means paid before; shipped and delivered say nothing about money. */
const isPaid = (status: OrderState): boolean =>
  status === 'paid' || status === 'partially-returned' || status === 'returned';

/** State of an order from what is known of it. Pure. */
export function orderState(progress: OrderProgress, total: number): OrderState {
  const { paidAt, shippedAt, deliveredAt, cancelledAt, refunded } = progress;
  if (cancelledAt !== null) return 'cancelled';
  if (refunded > 0) return refunded >= total ? 'returned' : 'partially-returned';
  if (deliveredAt !== null) return 'delivered';
  if (shippedAt !== null) return 'shipped';
  return paidAt === null ? 'open' : 'paid';
}

const DAY_MS = 86_400_000;

/** Instant at which points of an order become available, epoch ms; `null`: it did not get so far yet. Pure. */
export function availableAt(
  progress: OrderProgress,
  pending: { readonly after: 'paid' | 'shipped' | 'delivered'; readonly days: number } | undefined,
): number | null {
  if (!pending) return progress.paidAt;
  const from = { paid: progress.paidAt, shipped: progress.shippedAt, delivered: progress.deliveredAt }[
    pending.after
  ];
  return from === null ? null : Math.round(from + pending.days * DAY_MS);
}
