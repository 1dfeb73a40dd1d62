import type { Money } from '@regulars/schema';

/** Money in whole minor units; `null` when it is none. */
export function readMoney(money: unknown): Money | null {
  if (!isObject(money)) return null;
  const { value, currency } = money;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return null;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { value, currency } : null;
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a value is a text of 1 to `maxLength` characters. */
export function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
