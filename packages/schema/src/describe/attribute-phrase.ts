import { type AttributeKind, attributePhrases, phraseColumns } from './attribute-phrases-table.ts';

type Row = (typeof attributePhrases)[string];

/** Row of an attribute, and what its `*` stood for. */
function find(name: string): { readonly row: Row; readonly rest: string } | null {
  const exact = Object.hasOwn(attributePhrases, name) ? attributePhrases[name] : undefined;
  if (exact) return { row: exact, rest: '' };
  for (const [pattern, row] of Object.entries(attributePhrases)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !name.startsWith(before) || !name.endsWith(after)) continue;
    const rest = name.slice(before.length, name.length - after.length);
    if (rest) return { row, rest };
  }
  return null;
}

/** How a language calls an attribute; a name of the shop's own stands as it is. */
export function attributePhrase(name: string, lang: string): string {
  const found = find(name);
  const words = found?.row[phraseColumns[lang] ?? 1];
  return words && found ? words.replace('{n}', found.rest) : name;
}

/** What a known attribute holds; `null`: an attribute of the shop's own. */
export function attributeKind(name: string): AttributeKind | null {
  return find(name)?.row[0] ?? null;
}

/** Names of the attributes that Regulars fills; those with `*` are families. */
export const attributeNames: readonly string[] = Object.keys(attributePhrases);
