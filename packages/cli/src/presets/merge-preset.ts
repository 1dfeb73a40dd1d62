type Json = Readonly<Record<string, unknown>>;

/** A document with a preset in it. */
export interface MergedDocument {
  readonly document: Json;
  /** What the preset would have brought and the document had already: it stays as it was. */
  readonly kept: readonly string[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const ids = (list: readonly unknown[]): readonly unknown[] => list.map((one) => Object(one).id);

/** Lists whose entries have ids, and tables by name: these grow. Everything else is a setting of the shop's. */
const lists = ['campaigns', 'earn'];
const tables = ['audiences', 'pools'];

/**
 * Puts a preset into a document of the same kind: its campaigns, earning rules, audiences and pools are added, its
 * settings only where the document has none.
 * @throws Error when the document has a campaign, audience or pool of the same name already.
 */
export function mergePreset(document: Json, preset: Json): MergedDocument {
  const next: Record<string, unknown> = { ...document };
  const kept: string[] = [];
  for (const [key, value] of Object.entries(preset)) {
    const mine = document[key];
    if (mine === undefined) next[key] = value;
    else if (lists.includes(key) && Array.isArray(mine) && Array.isArray(value))
      next[key] = [...mine, ...value.filter((one) => isNew(key, one, mine, kept))];
    else if (tables.includes(key) && isObject(mine) && isObject(value))
      next[key] = addNames(key, mine, value);
    else if (isObject(value) && !same(mine, value)) kept.push(key);
  }
  return { document: next, kept };
}

function isNew(key: string, one: unknown, mine: readonly unknown[], kept: string[]): boolean {
  const { id } = Object(one);
  if (!ids(mine).includes(id)) return true;
  if (key === 'campaigns') throw new Error(`there is a campaign ${id} already; rename or remove it first.`);
  kept.push(`${key} ${id}`);
  return false;
}

function addNames(key: string, mine: Json, more: Json): Json {
  for (const [name, value] of Object.entries(more))
    if (Object.hasOwn(mine, name) && !same(mine[name], value))
      throw new Error(`"${name}" under ${key} is there already and says something else; rename it first.`);
  return { ...mine, ...more };
}
