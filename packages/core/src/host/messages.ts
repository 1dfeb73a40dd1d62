/** Built-in texts of one locale: by key a text, or its plural forms by `Intl.PluralRules` category. */
export type Messages = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Text of a key with `{{name}}` filled; a plural takes its form from `count`. Unknown key: the key. */
export function messageText(
  messages: Messages,
  locale: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const found = Object.hasOwn(messages, key) ? messages[key] : undefined;
  const form = typeof values.count === 'number' ? new Intl.PluralRules(locale).select(values.count) : 'other';
  const text = typeof found === 'object' ? (found[form] ?? found.other) : found;
  return (text ?? key).replace(/\{\{(\w+)\}\}/g, (tag, name: string) =>
    Object.hasOwn(values, name) ? (values[name]?.toLocaleString(locale) ?? tag) : tag,
  );
}
