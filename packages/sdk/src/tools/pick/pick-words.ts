import { bg } from './messages/bg.ts';
import { en, type PickMessages, type PickText } from './messages/en.ts';
import { pl } from './messages/pl.ts';
import { ru } from './messages/ru.ts';

/** Texts by language; any other language reads English. */
export const pickMessages: Readonly<Record<string, PickMessages>> = { en, bg, pl, ru };

/** A text of the picker with its values filled. */
export type PickWords = (key: PickText, values?: Readonly<Record<string, string | number>>) => string;

/** Words for a locale (`bg-BG` reads `bg`), and their language. */
export function createPickWords(locale: string): { readonly lang: string; readonly text: PickWords } {
  const base = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const lang = Object.hasOwn(pickMessages, base) ? base : 'en';
  const messages = pickMessages[lang] ?? en;
  return {
    lang,
    text: (key, values = {}) =>
      messages[key].replace(/\{\{(\w+)\}\}/g, (tag, name: string) => String(values[name] ?? tag)),
  };
}
