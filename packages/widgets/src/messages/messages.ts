import type { Message, Messages } from './message.ts';

/** Locales that have built-in texts; `he` is the right-to-left preview. */
export const messageLocales = ['en', 'bg', 'pl', 'ru', 'he'] as const;

const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  bg: () => import('./bg.ts').then(({ bg }) => bg),
  pl: () => import('./pl.ts').then(({ pl }) => pl),
  ru: () => import('./ru.ts').then(({ ru }) => ru),
  he: () => import('./he.ts').then(({ he }) => he),
};

/** Fetches the texts of a locale (`bg-BG` finds `bg`); an unknown one gets English. Rejects when the chunk fails. */
export function messagesFor(locale: string): Promise<Messages> {
  const base = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  const load = Object.hasOwn(loaders, base) ? loaders[base] : undefined;
  return (load ?? (() => import('./en.ts').then(({ en }) => en)))();
}

/** The text of a key with its values filled; `count` picks the plural form. Unknown key: the key. Never throws. */
export function formatMessage(
  messages: Messages,
  key: string,
  {
    locale,
    values = {},
  }: { readonly locale: string; readonly values?: Readonly<Record<string, string | number>> },
): string {
  const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
  if (message === undefined) return key;
  const text = typeof message === 'string' ? message : pluralOf(message, Number(values.count), locale);
  return text.replace(/\{\{(\w+)\}\}/g, (tag, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return tag;
    return typeof value === 'number' ? numberIn(value, locale) : value;
  });
}

function pluralOf(forms: Exclude<Message, string>, count: number, locale: string): string {
  try {
    return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  } catch {
    return forms.other;
  }
}

function numberIn(value: number, locale: string): string {
  try {
    return value.toLocaleString(locale);
  } catch {
    return String(value);
  }
}
