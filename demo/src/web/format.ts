import type { Locale } from '../catalog/locales.ts';

/** Text by plural category. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** An amount of euro in the words of a language. */
export function formatMoney(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(value / 100);
}

/** A date in the words of a language. */
export function formatDate(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Sofia' }).format(at);
}

/** Puts values into the `{gaps}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** The plural form for a count, with `{n}` filled. */
export function count(text: PluralText, n: number, locale: Locale): string {
  const form = text[new Intl.PluralRules(locale).select(n)] ?? text.other;
  return fill(form, { n: new Intl.NumberFormat(locale).format(n) });
}
