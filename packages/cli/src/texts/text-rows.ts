import { createHash } from 'node:crypto';
import type { CampaignDocument, Content } from '@regulars/schema';

/** One text of one campaign, in the language it is written in and in one it is translated to. */
export interface TextRow {
  readonly campaign: string;
  readonly key: string;
  /** Plural form of the translation's language; empty: the text has none. */
  readonly form: string;
  readonly locale: string;
  readonly source: string;
  readonly target: string;
  /** `new`: there is no translation. `stale`: the source has changed since. `same`: as it should be. */
  readonly state: 'new' | 'stale' | 'same';
}

/** What each translation was made from: short hashes of source texts by `campaign/key/locale`. */
export type TextMemory = Readonly<Record<string, string>>;

/** Short mark of a source text. */
export const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

type Texts = Content[string];
type Text = Texts[string];

const formsOf = (locale: string): readonly string[] =>
  new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
const other = (text: Text | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : (text.other ?? Object.values(text)[0] ?? '');
const formOf = (text: Text | undefined, form: string): string =>
  text === undefined ? '' : typeof text === 'string' ? text : (text[form] ?? '');
/** What a translation is made from: all forms of the source together. */
export const sourceOf = (text: Text): string => (typeof text === 'string' ? text : JSON.stringify(text));

/** Address of a translation in the memory. */
export const memoryKey = (campaign: string, key: string, locale: string): string =>
  `${campaign}/${key}/${locale}`;

/** Language that a campaign's texts are translated from: the document's first fallback that it has. */
export function sourceLocale({ fallbackLocales }: CampaignDocument, content: Content): string | null {
  return fallbackLocales.find((one) => Object.hasOwn(content, one)) ?? null;
}

/**
 * Every text with its translation, in the order of the document; a plural has a row for each form of the language it
 * is translated to.
 * @param locale only this language (default: all that some campaign has).
 */
export function listTexts(
  document: CampaignDocument,
  memory: TextMemory,
  locale?: string,
): readonly TextRow[] {
  const all = new Set(document.campaigns.flatMap(({ content }) => Object.keys(content)));
  const wanted = locale === undefined ? [...all] : [locale];
  return document.campaigns.flatMap(({ id: campaign, content }) => {
    const from = sourceLocale(document, content);
    const sources = from === null ? undefined : content[from];
    if (!sources) return [];
    return wanted
      .filter((one) => one !== from)
      .flatMap((to) =>
        Object.entries(sources).flatMap(([key, text]) => {
          const target = content[to]?.[key];
          const mark = memory[memoryKey(campaign, key, to)];
          const state =
            target === undefined
              ? 'new'
              : mark !== undefined && mark !== markOf(sourceOf(text))
                ? 'stale'
                : 'same';
          const forms = typeof text === 'string' ? [''] : formsOf(to);
          return forms.map(
            (form): TextRow => ({
              ...{ campaign, key, form, locale: to, state },
              source: form && typeof text !== 'string' ? (text[form] ?? other(text)) : other(text),
              target: form ? formOf(target, form) : other(target),
            }),
          );
        }),
      );
  });
}

/** What an import did. */
export interface TextImport {
  readonly document: CampaignDocument;
  readonly memory: TextMemory;
  /** Texts that changed. */
  readonly changed: number;
  /** Rows that name no text of the document, as `campaign/key`. */
  readonly unknown: readonly string[];
}

/** Puts translations into a document; empty ones change nothing. Pure: answers a new document and memory. */
export function putTexts(
  document: CampaignDocument,
  memory: TextMemory,
  rows: readonly Pick<TextRow, 'campaign' | 'key' | 'form' | 'locale' | 'target'>[],
): TextImport {
  const copy = structuredClone<unknown>(document) as {
    campaigns: { id: string; content: Record<string, Record<string, Text>> }[];
  };
  const marks: Record<string, string> = { ...memory };
  const unknown: string[] = [];
  let changed = 0;
  for (const { campaign, key, form, locale, target } of rows) {
    const content = copy.campaigns.find(({ id }) => id === campaign)?.content;
    const from = content && sourceLocale(document, content);
    const source = from ? content?.[from]?.[key] : undefined;
    if (!content || source === undefined || !target) {
      if (target) unknown.push(`${campaign}/${key}`);
      continue;
    }
    const texts = content[locale] ?? {};
    content[locale] = texts;
    const before = texts[key];
    const after: Text = form ? { ...(typeof before === 'object' ? before : {}), [form]: target } : target;
    if (JSON.stringify(before) !== JSON.stringify(after)) changed += 1;
    texts[key] = after;
    marks[memoryKey(campaign, key, locale)] = markOf(sourceOf(source));
  }
  return { document: toDocument(copy), memory: marks, changed, unknown };
}

/** The copy of a document is a document: only texts were put into it. */
function toDocument(copy: object): CampaignDocument {
  return copy as CampaignDocument;
}
