/**
 * Reads a number as shops export it: `1299.5`, `1.299,50 €`, `1,299.50`, `1 299,50 zł`, `25.00 EUR`.
 * A single comma before exactly three digits separates thousands (`1,299`); a single point never does (`1.299`).
 * @returns `null` when it is none.
 */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[^\d.,-]/gu, '');
  if (!/\d/.test(plain)) return null;
  const point = plain.lastIndexOf('.');
  const comma = plain.lastIndexOf(',');
  const decimal = Math.max(point, comma);
  const bothKinds = point >= 0 && comma >= 0;
  const mark = plain[decimal];
  const repeated = mark !== undefined && plain.indexOf(mark) !== decimal;
  const thousands = /^-?[1-9]\d{0,2},\d{3}$/.test(plain) || (repeated && !bothKinds);
  const whole = (decimal < 0 || thousands ? plain : plain.slice(0, decimal)).replace(/[.,]/g, '');
  const part = decimal < 0 || thousands ? '' : plain.slice(decimal + 1);
  const value = Number(`${whole === '-' ? '-0' : whole || '0'}.${part || '0'}`);
  return Number.isFinite(value) ? value : null;
}

const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  zł: 'PLN',
  лв: 'BGN',
  '₽': 'RUB',
  '₴': 'UAH',
  '₪': 'ILS',
  '¥': 'JPY',
  '￥': 'JPY',
};

/** Currency written beside a price (`25.00 EUR`, `€25`), ISO 4217; `null`: none is. */
export function currencyIn(text: string): string | null {
  const code = /\b[A-Z]{3}\b/.exec(text)?.[0];
  if (code) return code;
  for (const [sign, iso] of Object.entries(signs)) if (text.includes(sign)) return iso;
  return null;
}

/** Digits after the point of a currency (ISO 4217), 2 for unknown ones. */
export function minorDigits(currency: string): number {
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    // Not three letters: the column's value is kept out of the card by the schema, two digits do no harm.
    return 2;
  }
}
