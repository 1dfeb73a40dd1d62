import type { Money } from '@regulars/schema';

/** Money from a decimal amount and a currency as shops write them; `undefined`: not both are there and sound. */
export function readMoney(amount: unknown, code: unknown): Money | undefined {
  // Nothing is no price of nought.
  const number = Number(String(amount).trim() || 'none');
  const currency = String(code).toUpperCase();
  if (!Number.isFinite(number) || !/^[A-Z]{3}$/.test(currency)) return undefined;
  // Decimals of a currency, ISO 4217.
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return { value: Math.round(number * 10 ** maximumFractionDigits), currency };
}
