import type { Content, LocalizedText } from '@regulars/schema';

/** Texts of one locale, never mixed with another's. */
export interface ResolvedTexts {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** By key; plural forms stand under `key.one`, `key.few` …, their `other` under the key itself as well. */
  readonly texts: Readonly<Record<string, string>>;
}

const rightToLeft = ['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** Writing direction of a locale, by its language. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(locale.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Locales to try, best first: the page's own, its base language, the document's fallbacks. */
export function localeChain(locale: string, fallbacks: readonly string[]): readonly string[] {
  const base = locale.split('-')[0] ?? locale;
  return [...new Set([locale, base, ...fallbacks])];
}

function flatten(texts: LocalizedText): Record<string, string> {
  const flat: Record<string, string> = Object.create(null);
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') flat[key] = text;
    else {
      for (const [form, words] of Object.entries(text)) flat[`${key}.${form}`] = words;
      flat[key] = text.other ?? '';
    }
  }
  return flat;
}

/** Texts of the first locale of the chain that the content has; `null`: none, show nothing. */
export function resolveLocale(
  content: Content,
  locale: string,
  fallbacks: readonly string[],
): ResolvedTexts | null {
  for (const wanted of localeChain(locale, fallbacks)) {
    const lang = Object.keys(content).find((one) => one.toLowerCase() === wanted.toLowerCase());
    const texts = lang === undefined ? undefined : content[lang];
    if (lang !== undefined && texts) return { lang, dir: directionOf(lang), texts: flatten(texts) };
  }
  return null;
}
