import type { Product } from '@regulars/schema';
import type { CatalogProduct, CategoryId } from './catalog-product.ts';
import { type Locale, localPath } from './locales.ts';
import { products } from './products.ts';
import { productTexts } from './texts/product-texts.ts';

const byId = new Map(products.map((product) => [product.id, product]));
const bySlug = new Map(products.map((product) => [product.slug, product]));

/** Width and height of every product picture, CSS pixels. */
export const artSizePx = 400;

/** The product with this id, if the shop has it. */
export function findProduct(id: string): CatalogProduct | undefined {
  return byId.get(id);
}

/** The product of a product page. */
export function findProductBySlug(slug: string): CatalogProduct | undefined {
  return bySlug.get(slug);
}

/** Products of a department, in catalogue order. */
export function productsOf(category: CategoryId): readonly CatalogProduct[] {
  return products.filter((product) => product.category === category);
}

/** Title of a product in a language. */
export function titleOf(product: CatalogProduct, locale: Locale): string {
  return productTexts[locale][product.id]?.[0] ?? product.slug;
}

/** Description of a product in a language. */
export function descriptionOf(product: CatalogProduct, locale: Locale): string {
  return productTexts[locale][product.id]?.[1] ?? '';
}

/** Address of a product's picture; a colour variant has its own. */
export function artPath(product: CatalogProduct, colour?: string): string {
  const painted = colour !== undefined && colour !== product.colour ? `-${colour}` : '';
  return `/art/${product.id}${painted}.svg`;
}

/** A product in the words that events, cards and the index share. */
export function toProduct(product: CatalogProduct, locale: Locale): Product {
  const price = { value: product.price, currency: 'EUR' };
  const old =
    product.oldPrice === undefined ? {} : { oldPrice: { value: product.oldPrice, currency: 'EUR' } };
  return {
    id: product.id,
    title: titleOf(product, locale),
    url: localPath(locale, `/p/${product.slug}`),
    image: { src: artPath(product), width: artSizePx, height: artSizePx },
    price,
    ...old,
    category: product.category,
    brand: product.brand,
    inStock: product.stock > 0,
  };
}
