import type { Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';

type Node = Readonly<Record<string, unknown>>;

/** The one product a page is about, from its JSON-LD texts; `null`: none, or several. Never throws. */
export function readJsonLd(texts: readonly string[]): Product | null {
  const products = texts.flatMap((text) => {
    try {
      return findProducts(JSON.parse(text), 4);
    } catch {
      // Somebody else's broken block: as good as none.
      return [];
    }
  });
  const [product = null] = products;
  return products.every(({ id }) => id === product?.id) ? product : null;
}

/** @param depth how far to look into what holds others. */
function findProducts(value: unknown, depth: number): readonly Product[] {
  if (depth < 0 || !value) return [];
  if (Array.isArray(value)) return value.flatMap((one) => findProducts(one, depth - 1));
  const node = Object(value) as Node;
  if (![node['@type']].flat().includes('Product'))
    return [node['@graph'], node.mainEntity].flatMap((one) => findProducts(one, depth - 1));
  const id = text(node.sku) ?? text(node.productID) ?? text(node.mpn);
  const offer = first(node.offers);
  const image = first(node.image);
  // What is missing stays out when the event is stamped.
  return id
    ? [
        {
          id,
          title: text(node.name),
          url: text(node.url),
          image: imageOf(text(image.url) ?? text(image.contentUrl), image.width, image.height),
          price: readMoney(offer.price ?? offer.lowPrice, offer.priceCurrency),
          category: text(node.category),
          brand: text(node.brand) ?? text(first(node.brand).name),
          inStock: stockOf(text(offer.availability)),
        },
      ]
    : [];
}

/** The first of what schema.org lets be one or many; a plain text stands for its address. */
function first(value: unknown): Node {
  const [one] = [value].flat();
  return Object(typeof one === 'string' ? { url: one } : one);
}

const text = (value: unknown): string | undefined =>
  /^(st|nu)/.test(typeof value) && value !== '' ? String(value).slice(0, 500) : undefined;

/** A picture with its box; `undefined`: not both are known. */
export function imageOf(src: string | undefined, ...box: readonly unknown[]): Product['image'] {
  const [width = 0, height = 0] = box.map((one) => Number.parseFloat(String(one)));
  // Without its box a card could not reserve the room.
  return src && width > 0 && height > 0 ? { src, width, height } : undefined;
}

/** Whether a word for availability says that it is there. */
export const stockOf = (word: string | undefined): boolean | undefined =>
  word ? !/(OutOfStock|SoldOut|Discontinued|oos|out of stock)$/i.test(word) : undefined;
