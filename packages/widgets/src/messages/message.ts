/** A built-in text, or its plural forms by CLDR category; `other` is always there. */
export type Message =
  | string
  | ({ readonly other: string } & { readonly [K in Intl.LDMLPluralRule]?: string });

/** Built-in texts of one locale by key; `{{name}}` are values. */
export type Messages = Readonly<Record<string, Message>>;

/** Fetches the texts of one family by locale. */
export type FamilyLoaders = Readonly<Record<string, () => Promise<Messages>>> & {
  readonly en: () => Promise<Messages>;
};
