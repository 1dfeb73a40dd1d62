import type { ProgramDocument } from '@regulars/schema';
import type { Database, Queryable } from '@regulars/server';
import { findProduct } from '../catalog/catalog.ts';
import type { CatalogProduct } from '../catalog/catalog-product.ts';
import { type CouponCheck, checkCoupon } from './coupons.ts';
import { type PointsOffer, percentOff, pointsFor, type Standing } from './members.ts';
import { addUp, priceOf, type Totals } from './pricing.ts';

export interface CartLine {
  readonly product: CatalogProduct;
  readonly variant: string;
  readonly quantity: number;
  /** Unit price, EUR minor units. */
  readonly price: number;
}

/** A cart as pages show it. */
export interface CartView {
  readonly id: string | undefined;
  readonly lines: readonly CartLine[];
  readonly count: number;
  readonly totals: Totals;
  readonly coupon: string | undefined;
  readonly visitorRef: string | undefined;
  /** Points that may pay for a part of it; `undefined`: too few. */
  readonly offer: PointsOffer | undefined;
  /** Whether they do. */
  readonly usesPoints: boolean;
}

/** Whose cart it is, and by which rules. */
export interface CartOwner {
  /** `undefined`: nobody is signed in, or nothing is known of the customer. */
  readonly standing: Standing | undefined;
  readonly program: Pick<ProgramDocument, 'spend'>;
  /** Epoch ms. */
  readonly now: number;
}

/** The cart of a visitor who has none. */
export const emptyCart: CartView = {
  id: undefined,
  lines: [],
  count: 0,
  totals: addUp([]),
  coupon: undefined,
  visitorRef: undefined,
  offer: undefined,
  usesPoints: false,
};

/** Reads a cart; an unknown or missing id is an empty one. A coupon that stopped being good counts nothing. */
export async function readCart(db: Queryable, id: string | undefined, owner: CartOwner): Promise<CartView> {
  if (id === undefined) return emptyCart;
  const [cart] = await db.query<{ visitor_ref: string | null; coupon: string | null; use_points: boolean }>(
    'select visitor_ref, coupon, use_points from shop.cart where id = $1',
    [id],
  );
  if (cart === undefined) return { ...emptyCart, id };
  const rows = await db.query<{ product_id: string; variant: string; quantity: number }>(
    'select product_id, variant, quantity from shop.cart_line where cart_id = $1 order by at, product_id, variant',
    [id],
  );
  const lines = rows.flatMap((row) => {
    const product = findProduct(row.product_id);
    if (product === undefined) return [];
    const { variant, quantity } = row;
    return [{ product, variant, quantity, price: priceOf(product, variant) }];
  });
  const check = cart.coupon === null ? undefined : await checkCoupon(db, cart.coupon, owner.now);
  const coupon = check?.ok ? check.coupon : undefined;
  const off = { template: coupon?.template, percent: percentOff(owner.standing) };
  const offer = pointsFor(addUp(lines, off).total, owner.standing?.points ?? 0, owner.program);
  const usesPoints = cart.use_points && offer !== undefined;
  return {
    id,
    lines,
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    totals: addUp(lines, { ...off, points: usesPoints ? offer?.value : 0 }),
    coupon: coupon?.code,
    visitorRef: cart.visitor_ref ?? undefined,
    offer,
    usesPoints,
  };
}

async function ensureCart(db: Queryable, id: string, now: number): Promise<void> {
  await db.query('insert into shop.cart (id, at) values ($1, $2) on conflict do nothing', [id, now]);
}

/** Adds to a line, never above `most`. */
export async function addLine(
  db: Database,
  id: string,
  line: {
    readonly productId: string;
    readonly variant: string;
    readonly quantity: number;
    readonly most: number;
  },
  now: number,
): Promise<void> {
  await db.transaction(async (tx) => {
    await ensureCart(tx, id, now);
    await tx.query(
      `insert into shop.cart_line as l (cart_id, product_id, variant, quantity, at)
       values ($1, $2, $3, least($4::integer, $5::integer), $6)
       on conflict (cart_id, product_id, variant)
       do update set quantity = least(l.quantity + excluded.quantity, $5::integer)`,
      [id, line.productId, line.variant, line.quantity, Math.min(99, line.most), now],
    );
  });
}

/** Sets the quantity of a line; 0 removes it. */
export async function setLine(
  db: Database,
  id: string,
  line: { readonly productId: string; readonly variant: string; readonly quantity: number },
): Promise<void> {
  const key = [id, line.productId, line.variant];
  const where = 'where cart_id = $1 and product_id = $2 and variant = $3';
  if (line.quantity <= 0) await db.query(`delete from shop.cart_line ${where}`, key);
  else
    await db.query(`update shop.cart_line set quantity = $4 ${where}`, [...key, Math.min(99, line.quantity)]);
}

/** Puts a coupon on the cart when it is good. */
export async function setCoupon(db: Database, id: string, typed: string, now: number): Promise<CouponCheck> {
  const check = await checkCoupon(db, typed, now);
  if (!check.ok) return check;
  await ensureCart(db, id, now);
  await db.query('update shop.cart set coupon = $2 where id = $1', [id, check.coupon.code]);
  return check;
}

/** Keeps the signed visitor reference with the cart, so that the order can be joined without a browser. */
export async function setVisitorRef(db: Database, id: string, reference: string, now: number): Promise<void> {
  await ensureCart(db, id, now);
  await db.query('update shop.cart set visitor_ref = $2 where id = $1', [id, reference]);
}

/** Notes whether points shall pay for a part of the cart. */
export async function setPoints(db: Database, id: string, use: boolean, now: number): Promise<void> {
  await ensureCart(db, id, now);
  await db.query('update shop.cart set use_points = $2 where id = $1', [id, use]);
}
