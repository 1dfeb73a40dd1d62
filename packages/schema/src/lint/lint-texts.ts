import type { CampaignDocument } from '../document.ts';
import { type Finding, show } from '../parse/explain-issue.ts';
import type { Reachable } from '../parse/reachable.ts';

/** Locales that miss texts another one has, and texts that are the same in two languages. */
export function lintTexts(document: CampaignDocument, { campaigns }: Reachable): readonly Finding[] {
  return campaigns.flatMap(({ campaign, path }) => {
    const fallback = document.fallbackLocales.find((one) => Object.hasOwn(campaign.content, one));
    if (fallback === undefined) return [];
    const keys = Object.keys(campaign.content[fallback] ?? {});
    return Object.entries(campaign.content)
      .filter(([locale]) => locale !== fallback)
      .flatMap(([locale, texts]) => {
        const missing = keys.filter((key) => !Object.hasOwn(texts, key));
        const same = keys.filter((key) => {
          const text = texts[key];
          return typeof text === 'string' && text.length > 12 && text === campaign.content[fallback]?.[key];
        });
        return [
          ...found(locale, missing, {
            code: 'missing-translation',
            path: [...path, 'content', locale],
            why: `"${fallback}" has these texts; in "${locale}" their place stays empty, languages are never mixed.`,
            fix: `Translate ${missing.map(show).join(', ')}.`,
          }),
          ...found(locale, same, {
            code: 'untranslated',
            path: [...path, 'content', locale, same[0] ?? ''],
            why: `The text is the same as in "${fallback}".`,
            fix: 'Translate it, or remove the language until it is done.',
          }),
        ];
      });
  });
}

function found(locale: string, keys: readonly string[], words: Omit<Finding, 'what'>): readonly Finding[] {
  return keys.length > 0 ? [{ ...words, what: `${locale}: ${keys.join(', ')}` }] : [];
}
