import type { DebugWords } from './debug-section.ts';
import { bg } from './messages/bg.ts';
import { type DebugMessages, en } from './messages/en.ts';
import { pl } from './messages/pl.ts';
import { ru } from './messages/ru.ts';

/** Texts by language; any other language reads English. */
export const debugMessages: Readonly<Record<string, DebugMessages>> = { en, bg, pl, ru };

/** Words of the panel for a locale (`bg-BG` reads `bg`). */
export function createWords(locale: string): DebugWords & { readonly lang: string } {
  const base = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const lang = Object.hasOwn(debugMessages, base) ? base : 'en';
  const messages = debugMessages[lang] ?? en;
  const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return {
    lang,
    text: (key, values = {}) =>
      messages[key].replace(/\{\{(\w+)\}\}/g, (tag, name: string) => String(values[name] ?? tag)),
    time: (ms) => clock.format(ms),
  };
}
