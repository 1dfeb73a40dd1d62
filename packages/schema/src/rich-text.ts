import * as z from 'zod/mini';

/** Text by locale: `{ "en": "Hello", "bg": "Здравейте" }`; merge tags as `{{name}}`, plurals as `{ "one": …, "other": … }`. */
export type LocalizedText = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export const localizedText: z.ZodMiniType<LocalizedText> = z.record(
  z.string(),
  z.union([z.string().check(z.maxLength(10000)), z.record(z.string(), z.string().check(z.maxLength(10000)))]),
);

/** Content of a campaign: locale → key → text. */
export type Content = Readonly<Record<string, LocalizedText>>;
export const content: z.ZodMiniType<Content> = z.record(z.string(), localizedText);
