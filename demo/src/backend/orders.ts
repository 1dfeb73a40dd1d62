import { randomInt, randomUUID } from 'node:crypto';
import type { Database, Queryable } from '@regulars/server';
import { findProduct } from '../catalog/catalog.ts';
import { type CartLine, type CartOwner, type CartView, readCart } from './carts.ts';
import type { PointsOffer } from './members.ts';
import type { Totals } from './pricing.ts';
import { readStock } from './stock.ts';

export interface Address {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

/** An order that was placed and paid. */
export interface PlacedOrder {
  readonly id: string;
  readonly cartId: string;
  readonly customerId: string | undefined;
  readonly visitorRef: string | undefined;
  readonly coupon: string | undefined;
  readonly address: Address;
  readonly totals: Totals;
  /** Epoch ms. */
  readonly at: number;
  /** Whether the thank-you page has been shown. */
  readonly thanked: boolean;
  readonly lines: readonly CartLine[];
}

export type Placing =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'empty' | 'stock' | 'points' };

interface OrderRow {
  readonly id: string;
  readonly cart_id: string;
  readonly customer_id: string | null;
  readonly visitor_ref: string | null;
  readonly coupon: string | null;
  readonly address: Address;
  readonly subtotal: number;
  readonly discount: number;
  readonly delivery: number;
  readonly total: number;
  readonly member: number;
  readonly points: number;
  readonly at: number;
  readonly thanked: boolean;
}

/** Cuts the cart down to what is left; answers whether something had to go. */
async function trimToStock(tx: Queryable, cartId: string, lines: readonly CartLine[]): Promise<boolean> {
  const left = new Map(await readStock(tx));
  let trimmed = false;
  for (const { product, quantity, variant } of lines) {
    const most = left.get(product.id) ?? 0;
    left.set(product.id, Math.max(0, most - quantity));
    if (quantity <= most) continue;
    trimmed = true;
    const where = 'where cart_id = $1 and product_id = $2 and variant = $3';
    const key = [cartId, product.id, variant];
    if (most === 0) await tx.query(`delete from shop.cart_line ${where}`, key);
    else await tx.query(`update shop.cart_line set quantity = $4 ${where}`, [...key, most]);
  }
  return trimmed;
}

/** An order number that nobody had yet. */
export function newOrderId(): string {
  return `P${randomInt(10_000_000, 99_999_999)}`;
}

/** What is to be ordered, and how. */
export interface OrderRequest {
  readonly id: string;
  readonly cartId: string;
  readonly customerId: string | undefined;
  readonly address: Address;
  readonly owner: CartOwner;
  /** Points that were taken for it already. */
  readonly paid: PointsOffer | undefined;
}

/**
 * Turns a cart into a paid order, all or nothing: the coupon is used up, the stock goes down, the cart is empty.
 * The lock on the cart makes a double click one order.
 */
export async function placeOrder(db: Database, request: OrderRequest): Promise<Placing> {
  return db.transaction(async (tx) => {
    await tx.query('select id from shop.cart where id = $1 for update', [request.cartId]);
    // Two buyers of the last one: the second waits here and then sees the stock of the first.
    await tx.query('lock table shop.sold in exclusive mode');
    const cart = await readCart(tx, request.cartId, request.owner);
    if (cart.lines.length === 0) return { ok: false, reason: 'empty' };
    if (await trimToStock(tx, request.cartId, cart.lines)) return { ok: false, reason: 'stock' };
    // Another tab changed the cart after the points were taken.
    if (cart.totals.points !== (request.paid?.value ?? 0)) return { ok: false, reason: 'points' };
    await writeOrder(tx, request, cart);
    for (const line of cart.lines) await writeLine(tx, request.id, line);
    await tx.query('delete from shop.cart_line where cart_id = $1', [request.cartId]);
    await tx.query('update shop.cart set coupon = null, use_points = false where id = $1', [request.cartId]);
    return { ok: true, id: request.id };
  });
}

async function writeOrder(tx: Queryable, request: OrderRequest, cart: CartView): Promise<void> {
  const { id, cartId, customerId, address, owner } = request;
  const { delivery, discount, member, points, subtotal, total } = cart.totals;
  if (cart.coupon !== undefined) {
    await tx.query('update shop.coupon set used_by = $2 where code = $1 and used_by is null', [
      cart.coupon,
      id,
    ]);
  }
  await tx.query(
    `insert into shop.placed_order (id, cart_id, customer_id, visitor_ref, coupon, address, subtotal, discount,
       delivery, total, at, delivery_id, member, points)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      cartId,
      customerId ?? null,
      cart.visitorRef ?? null,
      cart.coupon ?? null,
      JSON.stringify(address),
      subtotal,
      discount,
      delivery,
      total,
      owner.now,
      randomUUID(),
      member,
      points,
    ],
  );
}

async function writeLine(tx: Queryable, orderId: string, line: CartLine): Promise<void> {
  const { price, product, quantity, variant } = line;
  await tx.query('insert into shop.order_line values ($1, $2, $3, $4, $5)', [
    orderId,
    product.id,
    variant,
    quantity,
    price,
  ]);
  await tx.query(
    `insert into shop.sold as s values ($1, $2)
     on conflict (product_id) do update set quantity = s.quantity + excluded.quantity`,
    [product.id, quantity],
  );
}

async function toOrder(db: Queryable, row: OrderRow): Promise<PlacedOrder> {
  const rows = await db.query<{ product_id: string; variant: string; quantity: number; price: number }>(
    'select product_id, variant, quantity, price from shop.order_line where order_id = $1',
    [row.id],
  );
  const lines = rows.flatMap(({ price, product_id, quantity, variant }) => {
    const product = findProduct(product_id);
    return product === undefined ? [] : [{ product, variant, quantity, price }];
  });
  const { at, delivery, discount, id, member, points, subtotal, thanked, total } = row;
  return {
    id,
    cartId: row.cart_id,
    customerId: row.customer_id ?? undefined,
    visitorRef: row.visitor_ref ?? undefined,
    coupon: row.coupon ?? undefined,
    address: row.address,
    totals: { subtotal, member, discount, delivery, points, total },
    at,
    thanked,
    lines,
  };
}

/** An order by number. */
export async function readOrder(db: Queryable, id: string): Promise<PlacedOrder | undefined> {
  const [row] = await db.query<OrderRow>('select * from shop.placed_order where id = $1', [id]);
  return row === undefined ? undefined : toOrder(db, row);
}

/** Orders of a customer, newest first. */
export async function readOrdersOf(db: Queryable, customerId: string): Promise<readonly PlacedOrder[]> {
  const rows = await db.query<OrderRow>(
    'select * from shop.placed_order where customer_id = $1 order by at desc limit 20',
    [customerId],
  );
  return Promise.all(rows.map((row) => toOrder(db, row)));
}

/** Notes that the thank-you page was shown, so that a reload does not count the purchase again. */
export async function markThanked(db: Queryable, id: string): Promise<void> {
  await db.query('update shop.placed_order set thanked = true where id = $1', [id]);
}
