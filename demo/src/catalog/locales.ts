/** Languages of the shop; English has no path prefix, Hebrew is the right-to-left preview. */
export const locales = ['en', 'bg', 'pl', 'ru', 'he'] as const;
export type Locale = (typeof locales)[number];

/** Path of a page in a language. */
export function localPath(locale: Locale, path: string): string {
  if (locale === 'en') return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
