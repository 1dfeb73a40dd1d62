import type { Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';

type Node = Readonly<Record<string, unknown>>;

/** The one product a page is about, from its JSON-LD texts; `null`: none, or several. Never throws. */
export function readJsonLd(texts: readonly string[]): Product | null {
  const products = texts.flatMap((text) => findProducts(parse(text), 0));
  const ids = new Set(products.map(({ id }) => id));
  return ids.size === 1 ? (products[0] ?? null) : null;
}

/** The product of a page's Open Graph tags, by `property`; `null`: it is no product page. */
export function readOpenGraph(tags: Readonly<Record<string, string>>): Product | null {
  const tag = (name: string): string | undefined => tags[`product:${name}`] ?? tags[`og:${name}`];
  const id = tags['product:retailer_item_id'];
  if (!id) return null;
  return compact({
    id,
    title: tags['og:title'],
    url: tags['og:url'],
    image: imageOf(tags['og:image'], tags['og:image:width'], tags['og:image:height']),
    price: readMoney(tag('price:amount'), tag('price:currency')),
    brand: tags['product:brand'],
    category: tags['product:category'],
    inStock: stockOf(tag('availability')),
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Somebody else's broken block: as good as none.
    return null;
  }
}

function findProducts(value: unknown, depth: number): readonly Product[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => findProducts(one, depth + 1));
  const node = value as Node;
  if ([node['@type']].flat().includes('Product')) {
    const product = toProduct(node);
    return product ? [product] : [];
  }
  return ['@graph', 'mainEntity'].flatMap((key) => findProducts(node[key], depth + 1));
}

function toProduct(node: Node): Product | null {
  const id = text(node.sku) ?? text(node.productID) ?? text(node.mpn);
  if (!id) return null;
  const offer = first(node.offers);
  const image = first(node.image);
  return compact({
    id,
    title: text(node.name),
    url: text(node.url),
    image: imageOf(text(image.url) ?? text(image.contentUrl), image.width, image.height),
    price: readMoney(offer.price ?? offer.lowPrice, offer.priceCurrency),
    category: text(node.category),
    brand: text(node.brand) ?? text(first(node.brand).name),
    inStock: stockOf(text(offer.availability)),
  });
}

/** The first of what schema.org lets be one or many; a plain text stands for its address. */
function first(value: unknown): Node {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null
    ? (one as Node)
    : typeof one === 'string'
      ? { url: one }
      : {};
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined;
}

function imageOf(src: string | undefined, width: unknown, height: unknown): Product['image'] {
  const box = { width: Number.parseFloat(String(width)), height: Number.parseFloat(String(height)) };
  // Without its box a card could not reserve the room.
  return src && box.width > 0 && box.height > 0 ? { src, ...box } : undefined;
}

function stockOf(word: string | undefined): boolean | undefined {
  if (!word) return undefined;
  return !/(OutOfStock|SoldOut|Discontinued|oos|out of stock)$/i.test(word);
}

function compact(product: Product): Product {
  const known = Object.entries(product).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), id: product.id };
}
