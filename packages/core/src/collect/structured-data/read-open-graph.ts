import type { Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';
import { imageOf, stockOf } from './read-product.ts';

/** The product of a page's Open Graph tags, by `property`; `null`: it is no product page. */
export function readOpenGraph(tags: Readonly<Record<string, string>>): Product | null {
  const tag = (name: string): string | undefined => tags[`product:${name}`] ?? tags[`og:${name}`];
  const id = tags['product:retailer_item_id'];
  return id
    ? {
        id,
        title: tags['og:title'],
        url: tags['og:url'],
        image: imageOf(tags['og:image'], tags['og:image:width'], tags['og:image:height']),
        price: readMoney(tag('price:amount'), tag('price:currency')),
        brand: tags['product:brand'],
        category: tags['product:category'],
        inStock: stockOf(tag('availability')),
      }
    : null;
}
