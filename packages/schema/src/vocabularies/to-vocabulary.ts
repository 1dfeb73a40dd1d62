import type { EventName } from '../event.ts';
import type { Money } from '../money.ts';
import { type Bag, exponentOf, pairsOf, readPath, type VocabularyMap } from './vocabulary-map.ts';

/** Says one of our events in another vocabulary; `null`: it has no word there. Never throws on props of our schema. */
export function toVocabulary(
  map: VocabularyMap,
  name: EventName,
  props: object,
): { readonly name: string; readonly props: Bag } | null {
  const row = map.events.find(([ours]) => ours === name);
  if (!row) return null;
  const root: Bag = {};
  fill(map, root, { from: props, to: root, fields: row[2] });
  return { name: row[1], props: root };
}

interface Filling {
  readonly from: object;
  readonly to: Bag;
  readonly fields: string;
}

function fill(map: VocabularyMap, root: Bag, { from, to, fields }: Filling): void {
  for (const [ours, theirs] of pairsOf(fields)) {
    const value = ours[0] === '=' ? Number(ours.slice(1)) : readPath(from, ours);
    if (value === undefined) continue;
    const [path = '', kind] = theirs.split(':');
    const tell = (one: object, place: Bag): Bag => {
      fill(map, root, { from: one, to: place, fields: (kind && map.line) || map.product });
      return place;
    };
    if (Array.isArray(value))
      writePath(
        to,
        path,
        value.map((one) => tell(one, {})),
      );
    else if (ours === 'product') tell(value as object, path === '' ? to : placeAt(to, `${path}.`));
    else if (isMoney(value)) writeMoney(map, root, to, [path, value]);
    else writePath(to, path, value);
  }
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'currency' in value;

function writeMoney(
  { money }: VocabularyMap,
  root: Bag,
  to: Bag,
  [path, { value, currency }]: [string, Money],
) {
  const amount = value / 10 ** exponentOf(currency);
  if (money === 'object') return writePath(to, path, { amount, currencyCode: currency });
  writePath(to, path, amount);
  (money === 'root' ? root : placeAt(to, path)).currency = currency;
}

function writePath(to: Bag, path: string, value: unknown): void {
  placeAt(to, path)[path.slice(path.lastIndexOf('.') + 1)] = value;
}

/** The object in which the last key of a path stands; made on the way, as an array before a number. */
function placeAt(to: Bag, path: string): Bag {
  const keys = path.split('.');
  let at = to;
  for (let i = 0; i < keys.length - 1; i++) {
    const key = keys[i] ?? '';
    at[key] ??= /^\d/.test(keys[i + 1] ?? '') ? [] : {};
    at = at[key] as Bag;
  }
  return at;
}
