import type { PreviewPlan } from '@regulars/schema';
import { bg } from './messages/bg.ts';
import { en, type PreviewMessages } from './messages/en.ts';
import { he } from './messages/he.ts';
import { pl } from './messages/pl.ts';
import { ru } from './messages/ru.ts';

/** Words by language; any other reads English. */
export const previewMessages: Readonly<Record<string, PreviewMessages>> = { en, bg, pl, ru, he };

/** Words for a locale (`bg-BG` reads `bg`), and their language. */
export function previewWords(locale: string): { readonly lang: string; readonly words: PreviewMessages } {
  const base = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const lang = Object.hasOwn(previewMessages, base) ? base : 'en';
  return { lang, words: previewMessages[lang] ?? en };
}

/** What was chosen, in one line: visitor, moment, language, consent, variant, end of a draw. */
export function describePlan(plan: PreviewPlan, words: PreviewMessages, lang: string): string {
  const { persona, at, locale, consent, variant, outcome } = plan;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const allowed = consent?.filter((one) => one !== 'necessary') ?? [];
  return [
    words[persona],
    at === undefined ? words.now : date.format(at),
    locale,
    `${words.consent}: ${consentWords(consent && allowed, words)}`,
    variant && `${words.variant}: ${variant}`,
    outcome !== undefined && `${words.outcome}: ${outcomeWords(outcome, words)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function consentWords(consent: readonly string[] | null, words: PreviewMessages): string {
  if (!consent) return words.consentPending;
  if (consent.length === 0) return words.consentNone;
  return consent.length >= 4 ? words.consentAll : consent.join(', ');
}

function outcomeWords(outcome: NonNullable<PreviewPlan['outcome']>, words: PreviewMessages): string {
  if (typeof outcome === 'number') return words.won.replace('{{n}}', String(outcome + 1));
  return { lost: words.lost, 'already-played': words.played, unavailable: words.broken }[outcome];
}
