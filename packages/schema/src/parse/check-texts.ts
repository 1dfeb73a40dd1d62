import type { Campaign } from '../campaign.ts';
import { listWidgets } from './check-campaigns.ts';
import { guidanceKeys, isGuidance } from './check-guidance.ts';
import { keysOfStep } from './check-tour.ts';
import { type Finding, show } from './explain-issue.ts';
import { findNearMiss } from './near-miss.ts';
import type { Reachable } from './reachable.ts';

type Path = readonly PropertyKey[];

/** Mistakes in texts: a text no visitor of the fallback locale would get, missing plural forms, unknown locale names. */
export function checkTexts({ campaigns, fallbackLocales }: Reachable): readonly Finding[] {
  return campaigns.flatMap(({ campaign, path }) => [
    ...checkFallback(campaign, fallbackLocales, path),
    ...Object.entries(campaign.content).flatMap(([locale, texts]) => {
      const at = [...path, 'content', locale];
      const forms = pluralForms(locale);
      if (!forms) return [explainLocale(locale, at)];
      return Object.entries(texts).flatMap(([key, text]) =>
        typeof text === 'string' ? checkTags(text, [...at, key]) : checkForms(text, forms, [...at, key]),
      );
    }),
  ]);
}

/** Keys of the content that the campaign's widgets point at, with the place that names them. */
export function neededKeys(
  campaign: Campaign,
  path: Path,
): readonly { readonly key: string; readonly at: Path }[] {
  return listWidgets(campaign, path).flatMap(({ widget, at }) => {
    if (isGuidance(widget)) return guidanceKeys(widget, [...at, 'props']);
    if (widget.type !== 'tour') return [];
    return widget.props.steps.flatMap((step, index) => keysOfStep(step, [...at, 'props', 'steps', index]));
  });
}

function checkFallback(campaign: Campaign, fallbacks: readonly string[], path: Path): readonly Finding[] {
  const locale = fallbacks.find((one) => Object.hasOwn(campaign.content, one));
  const needed = neededKeys(campaign, path);
  if (!locale) {
    if (needed.length === 0 && Object.keys(campaign.content).length === 0) return [];
    return [
      {
        code: 'missing-fallback-texts',
        path: [...path, 'content'],
        what: Object.keys(campaign.content).join(', ') || 'no texts',
        why: 'A visitor with another language would get no texts, so the campaign would not show.',
        fix: `Add texts in ${fallbacks.join(' or ')}.`,
      },
    ];
  }
  const texts = campaign.content[locale] ?? {};
  return needed
    .filter(({ key }) => !Object.hasOwn(texts, key))
    .map(({ key, at }) => {
      const meant = findNearMiss(key, Object.keys(texts));
      return {
        code: 'missing-text',
        path: at,
        what: show(key),
        why: `The content in "${locale}" has no text of this name.`,
        fix: meant ? `Did you mean "${meant}"?` : `Add "${key}" to content.${locale}.`,
      };
    });
}

function pluralForms(locale: string): readonly string[] | null {
  try {
    return new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  } catch {
    // Not the form of a locale; the caller names it.
    return null;
  }
}

const explainLocale = (locale: string, path: Path): Finding => ({
  code: 'unknown-locale',
  path,
  what: show(locale),
  why: 'This is no language tag, so no visitor would ever get these texts.',
  fix: 'Write a tag such as "en", "bg" or "pt-BR".',
});

function checkForms(
  text: Readonly<Record<string, string>>,
  forms: readonly string[],
  path: Path,
): readonly Finding[] {
  const missing = forms.filter((form) => !Object.hasOwn(text, form));
  const foreign = Object.keys(text).filter((form) => !forms.includes(form));
  const found = (code: string, list: readonly string[], why: string, fix: string): readonly Finding[] =>
    list.length > 0 ? [{ code, path, what: list.map((one) => one || '""').join(', '), why, fix }] : [];
  return [
    ...found(
      'missing-plural',
      missing,
      `This language counts with ${forms.join(', ')}.`,
      `Add ${missing.map((form) => `"${form}"`).join(', ')}.`,
    ),
    ...found(
      'unknown-plural',
      foreign,
      `This language counts with ${forms.join(', ')} only.`,
      `Remove ${foreign.map((form) => `"${form}"`).join(', ')}.`,
    ),
    ...Object.entries(text).flatMap(([form, words]) => checkTags(words, [...path, form])),
  ];
}

/** `{{name}}` is filled, everything else with braces is a slip that visitors would read. */
function checkTags(text: string, path: Path): readonly Finding[] {
  const rest = text.replace(/\{\{[A-Za-z][\w.]*\}\}/g, '');
  if (!/\{\{|\}\}/.test(rest)) return [];
  return [
    {
      code: 'broken-merge-tag',
      path,
      what: show(text),
      why: 'Braces that are no merge tag would be shown to visitors as they stand.',
      fix: 'Write {{name}}, without spaces.',
    },
  ];
}
