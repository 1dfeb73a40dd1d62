import { type OrderLine, type OrderState, orderStates } from '@regulars/core/rules';
import type { Money } from '@regulars/schema';
import { isObject, isText, readMoney } from './read-fields.ts';

/** An order as the shop's server tells it, at one moment of its life. */
export interface ShopOrder {
  readonly orderId: string;
  readonly status: OrderState;
  readonly total: Money;
  readonly items: readonly ShopOrderItem[];
  /** Paid back so far; `returned` and `cancelled` mean all of it. */
  readonly refunded?: Money | undefined;
  readonly customerId?: string | undefined;
  /** Signed reference that the SDK put on the cart. */
  readonly visitorRef?: string | undefined;
  readonly coupon?: string | undefined;
  /** The shop's own marks of card and address, equal for equal ones; kept as keyed hashes, for referral checks. */
  readonly payment?: string | undefined;
  readonly address?: string | undefined;
  /** Epoch ms. */
  readonly placedAt: number;
}

/** A line of an order. */
export interface ShopOrderItem {
  readonly productId: string;
  /** Category id of the shop; rules about categories need it. */
  readonly category?: string | undefined;
  readonly quantity: number;
  /** For one piece, as paid. */
  readonly price: Money;
  /** Pieces that came back. */
  readonly returned?: number | undefined;
}

const ITEMS_MAX = 1000;

/** Reads the body of an order webhook; a string names the field that is wrong. Unknown fields are dropped. */
export function readOrder(body: unknown): ShopOrder | string {
  if (!isObject(body)) return 'body';
  const { orderId, items, customerId, visitorRef, coupon, placedAt } = body;
  if (!isText(orderId, 200)) return 'orderId';
  const status = orderStates.find((each) => each === body.status);
  if (!status) return 'status';
  const total = readMoney(body.total);
  if (!total) return 'total';
  const refunded = body.refunded === undefined ? undefined : readMoney(body.refunded);
  if (refunded === null || (refunded && refunded.currency !== total.currency)) return 'refunded';
  if (!Array.isArray(items) || items.length > ITEMS_MAX) return 'items';
  const lines = items.map(readItem);
  if (lines.some((line) => line === null)) return 'items';
  const at = typeof placedAt === 'string' ? Date.parse(placedAt) : placedAt;
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0 || at > 8.64e15) return 'placedAt';
  return {
    orderId,
    status,
    total,
    items: lines.filter((line) => line !== null),
    ...(refunded && { refunded }),
    ...(isText(customerId, 200) && { customerId }),
    ...(isText(visitorRef, 4000) && { visitorRef }),
    ...(isText(coupon, 200) && { coupon }),
    ...(isText(body.payment, 500) && { payment: body.payment }),
    ...(isText(body.address, 500) && { address: body.address }),
    placedAt: Math.round(at),
  };
}

/** The lines of an order as the rules read them. */
export function linesOf(items: readonly ShopOrderItem[]): readonly OrderLine[] {
  return items.map(({ productId, category, quantity, price, returned }) => ({
    productId,
    category,
    quantity,
    unitPrice: price.value,
    returned,
  }));
}

function readItem(item: unknown): ShopOrderItem | null {
  if (!isObject(item)) return null;
  const { productId, quantity, category, returned } = item;
  const price = readMoney(item.price);
  if (!isText(productId, 200) || !isCount(quantity) || quantity === 0 || !price) return null;
  if (returned !== undefined && !isCount(returned)) return null;
  return {
    productId,
    quantity,
    price,
    ...(isText(category, 200) && { category }),
    ...(returned !== undefined && { returned }),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
