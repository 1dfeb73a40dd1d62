import type { Money } from './types.ts';

/** Money in words of a locale; the currency's own exponent (ISO 4217) places the point. Unknown currency: amount and code. */
export function formatMoney({ value, currency }: Money, locale: string | undefined): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${value} ${currency}`;
  }
}

/** A day in words of a locale. Never throws. */
export function formatDay(epochMs: number, locale: string | undefined): string {
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(epochMs);
  } catch {
    return '';
  }
}

/** A day with its time of day in words of a locale, in the reader's own zone. Never throws. */
export function formatMoment(epochMs: number, locale: string | undefined): string {
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(epochMs);
  } catch {
    return '';
  }
}
