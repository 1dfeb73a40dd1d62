import { base } from './base/load.ts';
import { games } from './games/load.ts';
import { guidance } from './guidance/load.ts';
import type { FamilyLoaders, Message, Messages } from './message.ts';
import { privacy } from './privacy/load.ts';
import { rewards } from './rewards/load.ts';

/** Locales that have built-in texts; `he` is the right-to-left preview. */
export const messageLocales = ['en', 'bg', 'pl', 'ru', 'he'] as const;

/** Families by the first word of their keys, so that a tour fetches no texts of games; every other word is `base`. */
const families: Readonly<Record<string, FamilyLoaders>> = {
  tour: guidance,
  checklist: guidance,
  hint: guidance,
  announcement: guidance,
  launcher: guidance,
  privacy,
  game: games,
  wheel: games,
  scratch: games,
  box: games,
  reels: games,
  quiz: games,
  coupon: games,
  prizes: games,
  countdown: games,
  refused: games,
  wallet: rewards,
  tier: rewards,
  badges: rewards,
  streak: rewards,
  quest: rewards,
  leaderboard: rewards,
  progress: rewards,
  referral: rewards,
  standing: rewards,
};

/**
 * Fetches the texts of a locale (`bg-BG` finds `bg`; an unknown one gets English) for one kind of key: `tour` for
 * `tour.next`. Rejects when the chunk fails.
 */
export function messagesFor(locale: string, kind: string): Promise<Messages> {
  const loaders = (Object.hasOwn(families, kind) ? families[kind] : undefined) ?? base;
  const lang = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return ((Object.hasOwn(loaders, lang) ? loaders[lang] : undefined) ?? loaders.en)();
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
