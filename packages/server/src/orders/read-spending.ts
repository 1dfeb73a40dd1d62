import type { Money } from '@regulars/schema';
import { isObject, isText, readMoney } from './read-fields.ts';

/** A payment with points as the shop's server asks for it. */
export interface Spending {
  readonly orderId: string;
  /** Points to take. */
  readonly points: number;
  /** What the order comes to without them. */
  readonly total: Money;
  readonly customerId?: string | undefined;
  readonly visitorRef?: string | undefined;
}

/** Reads the body of a payment; a string names the field that is wrong. Unknown fields are dropped. */
export function readSpending(body: unknown): Spending | string {
  if (!isObject(body)) return 'body';
  const { orderId, points, customerId, visitorRef } = body;
  if (!isText(orderId, 200)) return 'orderId';
  if (typeof points !== 'number' || !Number.isSafeInteger(points) || points < 1) return 'points';
  const total = readMoney(body.total);
  if (!total) return 'total';
  return {
    orderId,
    points,
    total,
    ...(isText(customerId, 200) && { customerId }),
    ...(isText(visitorRef, 4000) && { visitorRef }),
  };
}
