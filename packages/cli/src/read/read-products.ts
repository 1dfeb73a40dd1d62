import type { Money, Product } from '@regulars/schema';
import type { DescribedProduct } from '../index/content-rows.ts';
import type { Role } from './column-names-table.ts';
import type { Dropped } from './dropped.ts';
import type { Columns } from './guess-columns.ts';
import { currencyIn, minorDigits, parseNumber } from './parse-number.ts';
import type { Table } from './table.ts';

/** Roles of a product list or feed, in the order in which they take a column. */
export const productRoles: readonly Role[] = [
  'product',
  'title',
  'url',
  'image-width',
  'image-height',
  'image',
  'sale-price',
  'old-price',
  'price',
  'currency',
  'category',
  'brand',
  'stock',
  'flags',
  'rating-count',
  'rating',
];

/** Box of a picture whose size the list does not say: cards crop to a square. */
const defaultBoxPx = 400;

/**
 * Reads a product list: cards by id, in code-unit order of ids.
 * @param options.currency ISO 4217 for prices that name none.
 */
export async function readProducts(options: {
  readonly table: Table;
  readonly columns: Columns;
  readonly currency: string | null;
  readonly dropped: Dropped;
  /** Columns that describe a product beside its title (default: colour, material and the like). */
  readonly attributes?: readonly string[] | undefined;
}): Promise<Map<string, DescribedProduct>> {
  const { table, columns, dropped } = options;
  const described = attributeColumns(table, options.attributes);
  if (!columns.product) {
    throw new Error(`${table.file}: no column holds the product id; name it with --product-col.`);
  }
  const products = new Map<string, DescribedProduct>();
  const broken = (line: string): void => void dropped.add('a line that cannot be read', line);
  for await (const row of table.rows(broken)) {
    const cell = (role: Role): string => row[columns[role]?.at ?? -1] ?? '';
    const id = cell('product');
    if (id === '' || id.length > 200) dropped.add('product without a usable id', row.join(','));
    else if (products.has(id)) dropped.add('the same product id twice', id);
    else {
      if (cell('title') === '') dropped.add('product without a title: ranked, but never shown', id);
      const attributes = described
        .filter(({ at }) => (row[at] ?? '') !== '')
        .map(({ at, name }) => `${name}=${row[at]}`);
      products.set(id, {
        ...toProduct(id, cell, options.currency),
        ...(attributes.length > 0 ? { attributes } : {}),
      });
    }
  }
  return new Map([...products].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names under which lists keep what describes a product. */
const describing =
  /^(colou?r|material|size|gender|age ?group|style|pattern|season|collection|photo|flavou?r|scent|fabric|fit|tags?|labels?)$/i;

function attributeColumns(
  table: Table,
  wanted: readonly string[] | undefined,
): readonly { readonly at: number; readonly name: string }[] {
  return [...table.header.entries()]
    .filter(([, name]) => (wanted ? wanted.includes(name) : describing.test(name.replace(/[_-]/g, ' '))))
    .map(([at, name]) => ({ at, name }));
}

function toProduct(id: string, cell: (role: Role) => string, currency: string | null): Product {
  const price = (role: Role): Money | undefined => toMoney(cell(role), cell('currency') || currency);
  const sale = price('sale-price');
  const regular = price('price');
  return clean({
    id,
    title: cell('title').slice(0, 500),
    url: cell('url'),
    image:
      cell('image') === ''
        ? undefined
        : {
            src: cell('image'),
            width: parseNumber(cell('image-width')) ?? defaultBoxPx,
            height: parseNumber(cell('image-height')) ?? defaultBoxPx,
          },
    price: sale ?? regular,
    oldPrice: sale ? regular : price('old-price'),
    category: cell('category'),
    brand: cell('brand'),
    inStock: toStock(cell('stock')),
    flags: toFlags(cell('flags'), cell('stock')),
    rating: toRating(cell('rating'), cell('rating-count')),
  });
}

/** Leaves out what is empty, so that equal exports give equal bytes. */
function clean(product: Product): Product {
  const entries = Object.entries(product).filter(([, value]) => value !== undefined && value !== '');
  return { ...Object.fromEntries(entries), id: product.id };
}

function toMoney(text: string, currency: string | null): Money | undefined {
  const amount = parseNumber(text);
  const code = currencyIn(text) ?? currency;
  if (amount === null || !code || !/^[A-Z]{3}$/.test(code)) return undefined;
  return { value: Math.round(amount * 10 ** minorDigits(code)), currency: code };
}

/** Words of the shop, and `last-pieces` where the stock says so. */
function toFlags(text: string, stock: string): string[] | undefined {
  const words = text.split(/[,;|]/).map((word) => word.trim().toLowerCase());
  const few = /^[1-3]$/.test(stock) ? ['last-pieces'] : [];
  const flags = [...new Set([...words.filter((word) => word !== ''), ...few])].slice(0, 30);
  return flags.length > 0 ? flags : undefined;
}

function toRating(mean: string, reviews: string): Product['rating'] {
  const [value, count] = [parseNumber(mean), parseNumber(reviews)];
  if (value === null || count === null || value < 0 || value > 5 || count < 1) return undefined;
  return { value, count: Math.round(count) };
}

/** `in stock`, `true`, `7` are in stock; `out of stock`, `no`, `0` are not; nothing says nothing. */
function toStock(text: string): boolean | undefined {
  if (text === '') return undefined;
  const count = Number(text);
  if (Number.isFinite(count)) return count > 0;
  return !/out|no|false|sold|discontinued/i.test(text);
}
