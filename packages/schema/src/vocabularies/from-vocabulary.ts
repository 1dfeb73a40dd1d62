import type { EventName } from '../event.ts';
import { type Bag, exponentOf, pairsOf, readPath, type VocabularyMap } from './vocabulary-map.ts';

/**
 * Reads an event of another vocabulary; `null`: it has none of our words, or not what the event needs. Never throws. Texts
 * are cut at 200 letters.
 */
export function fromVocabulary(
  map: VocabularyMap,
  name: string,
  props: unknown,
): { readonly name: EventName; readonly props: Bag } | null {
  for (const [ours, theirs, fields] of map.events) {
    if (theirs !== name || shown.test(ours) || !isFitting(fields, props)) continue;
    const read = readFields(map, props, { fields, root: props });
    return isWhole(fields, read) ? { name: ours, props: read } : null;
  }
  return null;
}

/** What we show ourselves is never told by a page. */
const shown = /^(experience|recommendation|tour|prize)_/;

const isFitting = (fields: string, props: unknown): boolean =>
  pairsOf(fields).every(
    ([ours, theirs]) => ours[0] !== '=' || Number(readPath(props, theirs)) === Number(ours.slice(1)),
  );

/** Fields without which an event says nothing. */
const needed = ['product.id', 'orderId', 'term', 'promotionId', 'filter', 'listId'];

const isWhole = (fields: string, read: Bag): boolean =>
  needed.every((path) => {
    const [key = ''] = path.split('.');
    return (
      !pairsOf(fields).some(([ours]) => ours.split('.')[0] === key) || readPath(read, path) !== undefined
    );
  });

interface Reading {
  readonly fields: string;
  readonly root: unknown;
}

const numbers = /^(quantity|count|resultCount|position|rating)$/;

function readFields(map: VocabularyMap, from: unknown, { fields, root }: Reading): Bag {
  const read: Bag = {};
  for (const [ours, theirs, inward] of pairsOf(fields)) {
    if (!inward || ours[0] === '=') continue;
    const [path = '', kind] = theirs.split(':');
    const value = readPath(from, path);
    const [key = '', inner] = ours.split('.');
    const found = readValue(map, ours, { value, root, from, path, kind });
    if (found === undefined) continue;
    if (inner) read[key] = { ...Object(read[key]), [inner]: found };
    else read[key] = ours === 'product' ? { ...Object(read[key]), ...(found as Bag) } : found;
  }
  return read;
}

interface Found {
  readonly value: unknown;
  readonly root: unknown;
  readonly from: unknown;
  readonly path: string;
  readonly kind: string | undefined;
}

function readValue(map: VocabularyMap, ours: string, found: Found): unknown {
  const { value, root, kind } = found;
  const productOf = (one: unknown): Bag =>
    readFields(map, one, { fields: (kind && map.line) || map.product, root });
  if (ours === 'products')
    return Array.isArray(value) ? value.map(productOf).filter(({ id }) => id !== undefined) : [];
  if (ours === 'product') return productOf(value);
  if (/^(price|oldPrice|total)$/.test(ours)) return readMoney(map, found);
  if (numbers.test(ours.split('.').at(-1) ?? '')) {
    const number = Number(value ?? Number.NaN);
    return number >= 0 && Number.isFinite(number) ? number : undefined;
  }
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
    ? String(value).slice(0, 200)
    : undefined;
}

function readMoney({ money }: VocabularyMap, { value, root, from, path }: Found): Bag | undefined {
  const beside = path.includes('.') ? readPath(from, path.slice(0, path.lastIndexOf('.'))) : from;
  const [amount, code] =
    money === 'object'
      ? [readPath(value, 'amount'), readPath(value, 'currencyCode')]
      : [value, readPath(money === 'root' ? root : beside, 'currency')];
  const currency = String(code).toUpperCase();
  const number = Number(amount ?? Number.NaN);
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const minor = Math.round(number * 10 ** exponentOf(currency));
  return Number.isSafeInteger(minor) ? { value: minor, currency } : undefined;
}
