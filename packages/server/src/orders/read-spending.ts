import type { Money } from '@regulars/schema';
import { isObject, isText, readMoney } from './read-fields.ts';

/** What an order is paid with: points, or credit in the shop's currency; an order may be paid with one of each. */
export type SpendingMeans =
  | {
      /** Points to take. */
      readonly points: number;
      readonly credit?: undefined;
    }
  | {
      /** Cashback to take, minor units. */
      readonly credit: Money;
      readonly points?: undefined;
    };

/** A payment with points or credit as the shop's server asks for it. */
export type Spending = SpendingMeans & {
  readonly orderId: string;
  /** What the order comes to without them. */
  readonly total: Money;
  readonly customerId?: string | undefined;
  readonly visitorRef?: string | undefined;
};

/** Reads the body of a payment; a string names the field that is wrong. Unknown fields are dropped. */
export function readSpending(body: unknown): Spending | string {
  if (!isObject(body)) return 'body';
  const { orderId, customerId, visitorRef } = body;
  if (!isText(orderId, 200)) return 'orderId';
  const means = readMeans(body);
  if (typeof means === 'string') return means;
  const total = readMoney(body.total);
  if (!total) return 'total';
  return {
    ...means,
    orderId,
    total,
    ...(isText(customerId, 200) && { customerId }),
    ...(isText(visitorRef, 4000) && { visitorRef }),
  };
}

/** Exactly one of the two. */
function readMeans({ points, credit }: Readonly<Record<string, unknown>>): SpendingMeans | string {
  if (credit === undefined) {
    return typeof points === 'number' && Number.isSafeInteger(points) && points >= 1 ? { points } : 'points';
  }
  const money = readMoney(credit);
  return points === undefined && money && money.value >= 1 ? { credit: money } : 'credit';
}
