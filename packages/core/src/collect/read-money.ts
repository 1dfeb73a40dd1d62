import type { Money } from '@regulars/schema';

/** Money from a decimal amount and a currency as shops write them; `undefined`: not both are there and sound. */
export function readMoney(amount: unknown, currency: unknown): Money | undefined {
  const number = typeof amount === 'string' ? Number(amount.trim() || Number.NaN) : amount;
  const code = typeof currency === 'string' ? currency.toUpperCase() : '';
  if (typeof number !== 'number' || !Number.isFinite(number) || !/^[A-Z]{3}$/.test(code)) return undefined;
  return { value: Math.round(number * 10 ** exponentOf(code)), currency: code };
}

/** Decimals of a currency, ISO 4217. */
function exponentOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
