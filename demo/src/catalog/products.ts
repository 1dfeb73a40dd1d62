import type { CatalogProduct, CategoryId, Variant } from './catalog-product.ts';
import { type ProductRow, productTable } from './product-table.ts';

/** The variants of a row; see `ProductRow`. */
function parseVariants(text: string): readonly Variant[] {
  const [kind, list] = text.split(':');
  return (list ?? '').split(',').map((part) => {
    const [id = '', extra = '0'] = part.split('+');
    return { id, kind: kind === 'colour' ? 'colour' : 'size', extra: Number(extra) };
  });
}

function fromRow(category: CategoryId, row: ProductRow): CatalogProduct {
  const [id, slug, brand, price, stock, art, colour, tags, variants, oldPrice] = row;
  const product = { id, slug, category, brand, price, stock, art, colour, tags: tags.split(' ') };
  const full = { ...product, variants: variants === undefined ? [] : parseVariants(variants) };
  return oldPrice === undefined ? full : { ...full, oldPrice };
}

/** Every product of the shop, by department in menu order. */
export const products: readonly CatalogProduct[] = Object.entries(productTable).flatMap(([category, list]) =>
  list.map((row) => fromRow(category as CategoryId, row)),
);
