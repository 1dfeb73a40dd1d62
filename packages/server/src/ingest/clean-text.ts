/**
 * A copy of a JSON value without what PostgreSQL cannot store as text: NUL, and halves of surrogate pairs.
 * Keys that reach prototypes are left out. Values deeper than 20 levels become `null`.
 */
export function cleanText<T>(value: T, depth = 0): T {
  return clean(value, depth) as T;
}

/** NUL, and any surrogate: those of pairs are harmless, and rare. */
const UNSTORABLE = /[\0\ud800-\udfff]/;

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanString(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth > 20) return null;
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__' && key !== 'constructor' && key !== 'prototype')
      .map(([key, each]) => [cleanString(key), clean(each, depth + 1)]),
  );
}

function cleanString(text: string): string {
  // A round trip through UTF-8 turns lone surrogates into U+FFFD; nearly all texts have no use for it.
  return UNSTORABLE.test(text) ? Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '') : text;
}
