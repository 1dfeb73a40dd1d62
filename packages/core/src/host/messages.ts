/** Built-in texts of one locale: by key a text, or its plural forms by `Intl.PluralRules` category. */
export type Messages = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Languages that may write numbers with other digits. */
const otherDigits = /^(a[rs]|bn|ckb|fa|m[ry]|ne|ps)/;

/**
 * Small whole numbers are written as they are: making a formatter costs a slow phone a quarter of a second, which would
 * be in the first step of every tour.
 */
const wordOf = (value: string | number, locale: string): string =>
  Number.isInteger(value) && Math.abs(Number(value)) < 1000 && !otherDigits.test(locale)
    ? `${value}`
    : value.toLocaleString(locale);

/** Text of a key with `{{name}}` filled; a plural takes its form from `count`. Unknown key: the key. */
export function messageText(
  messages: Messages,
  locale: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const found = Object.hasOwn(messages, key) ? messages[key] : undefined;
  const { count } = values;
  const text =
    typeof found === 'object'
      ? (found[typeof count === 'number' ? new Intl.PluralRules(locale).select(count) : 'other'] ??
        found.other)
      : found;
  return (text ?? key).replace(/\{\{(\w+)\}\}/g, (tag, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? tag : wordOf(value, locale);
  });
}
