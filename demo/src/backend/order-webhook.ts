import { createHmac } from 'node:crypto';
import type { Database } from '@regulars/server';
import { readOrder } from './orders.ts';

const RETRY_MS = 5000;
const LONGEST_MS = 3_600_000;

/** Tells Regulars about paid orders, again and again until it was heard. */
export interface OrderWebhook {
  /** Tries every order not yet told; never throws. */
  deliver(): Promise<void>;
  /** Ends the retries, after the delivery under way. */
  stop(): Promise<void>;
}

export interface OrderWebhookOptions {
  readonly db: Database;
  readonly secret: string;
  /** Sends a request to Regulars; in the demo, its handler in this process. */
  readonly send: (request: Request) => Promise<Response>;
  /** Address of the webhook. */
  readonly url: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** Pause between rounds, ms (default 5,000). */
  readonly retryMs?: number;
}

/** Signature over timestamp and raw body, as Regulars checks it. */
export function signOrder(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

async function tell(options: OrderWebhookOptions, id: string, deliveryId: string): Promise<boolean> {
  const order = await readOrder(options.db, id);
  if (order === undefined) return false;
  const money = (value: number): { value: number; currency: string } => ({ value, currency: 'EUR' });
  const body = JSON.stringify({
    orderId: order.id,
    status: 'paid',
    total: money(order.totals.total),
    items: order.lines.map((line) => ({
      productId: line.product.id,
      quantity: line.quantity,
      price: money(line.price),
    })),
    customerId: order.customerId,
    visitorRef: order.visitorRef,
    coupon: order.coupon,
    placedAt: order.at,
  });
  const timestamp = String(Math.floor(options.now() / 1000));
  const headers = {
    'content-type': 'application/json',
    'x-regulars-timestamp': timestamp,
    'x-regulars-delivery': deliveryId,
    'x-regulars-signature': signOrder(options.secret, timestamp, body),
  };
  const answer = await options.send(new Request(options.url, { method: 'POST', headers, body }));
  return answer.ok;
}

async function deliverAll(options: OrderWebhookOptions): Promise<void> {
  const open = await options.db.query<{ id: string; delivery_id: string; tries: number }>(
    'select id, delivery_id, tries from shop.placed_order where told_at is null and next_try_at <= $1 order by at limit 50',
    [options.now()],
  );
  for (const { delivery_id, id, tries } of open) {
    // A refusal and a broken line are the same here: the order stays open and is tried again.
    const heard = await tell(options, id, delivery_id).catch(() => false);
    const at = heard ? options.now() : null;
    await options.db.query(
      'update shop.placed_order set told_at = $2, tries = tries + 1, next_try_at = $3 where id = $1',
      [id, at, options.now() + waitMs(options, tries + 1)],
    );
  }
}

/** Doubles from one pause to an hour, so that a server that is down is not asked the same forty times a minute. */
function waitMs({ retryMs = RETRY_MS }: OrderWebhookOptions, tries: number): number {
  return Math.min(LONGEST_MS, retryMs * 2 ** (tries - 1));
}

/** Starts the retries; call `deliver` after each order for the first try. */
export function createOrderWebhook(options: OrderWebhookOptions): OrderWebhook {
  let running: Promise<void> = Promise.resolve();
  const deliver = (): Promise<void> => {
    // One round at a time, so that an order is not told twice at once.
    running = running.then(() => deliverAll(options)).catch(() => undefined);
    return running;
  };
  const timer = setInterval(deliver, options.retryMs ?? RETRY_MS);
  timer.unref();
  return {
    deliver,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
