import type { Money } from '@regulars/schema';

/** A paid order as the shop's server tells it. */
export interface PaidOrder {
  readonly orderId: string;
  readonly status: 'paid';
  readonly total: Money;
  readonly items: readonly { readonly productId: string; readonly quantity: number; readonly price: Money }[];
  readonly customerId?: string | undefined;
  /** Signed reference that the SDK put on the cart. */
  readonly visitorRef?: string | undefined;
  readonly coupon?: string | undefined;
  /** Epoch ms. */
  readonly placedAt: number;
}

const ITEMS_MAX = 1000;

/** Reads the body of an order webhook; a string names the field that is wrong. Unknown fields are dropped. */
export function readOrder(body: unknown): PaidOrder | string {
  if (!isObject(body)) return 'body';
  const { orderId, status, items, customerId, visitorRef, coupon, placedAt } = body;
  if (!isText(orderId, 200)) return 'orderId';
  if (status !== 'paid') return 'status';
  const total = readMoney(body.total);
  if (!total) return 'total';
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
    ...(isText(customerId, 200) && { customerId }),
    ...(isText(visitorRef, 4000) && { visitorRef }),
    ...(isText(coupon, 200) && { coupon }),
    placedAt: Math.round(at),
  };
}

function readItem(item: unknown): PaidOrder['items'][number] | null {
  if (!isObject(item)) return null;
  const { productId, quantity } = item;
  const price = readMoney(item.price);
  if (!isText(productId, 200) || typeof quantity !== 'number' || !(quantity > 0) || !price) return null;
  return { productId, quantity, price };
}

function readMoney(money: unknown): Money | null {
  if (!isObject(money)) return null;
  const { value, currency } = money;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return null;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { value, currency } : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
