import type { Product } from '@regulars/schema';
import { createDisposer } from '../../lib/disposer.ts';
import type { Collector } from '../collector.ts';
import { readJsonLd } from './read-product.ts';

/** What a product page's Open Graph tags name. */
const productTag = 'meta[property="product:retailer_item_id"]';
/** A product of schema.org in the page's markup. */
const productItem = '[itemtype$="schema.org/Product"]';

/** Records `product_viewed` of a product page from its JSON-LD, else its Open Graph tags, else its microdata. */
export function structuredData(): Collector {
  return ({ record, replay, onPage, problems }) => {
    const stops = createDisposer();
    const tell = (product: Product | null): void => {
      if (product) record('structured-data', 'product_viewed', { product });
    };
    const read = (): void => {
      const scripts = document.querySelectorAll('script[type="application/ld+json"]');
      const product = readJsonLd([...scripts].map((one) => one.textContent ?? ''));
      if (product || !document.querySelector(`${productTag},${productItem}`)) tell(product);
      else
        import('./read-elsewhere.ts')
          .then(({ readElsewhere }) => tell(readElsewhere(productItem)))
          .catch((cause) =>
            problems.report({
              code: 'collector-unavailable',
              message: 'chunk',
              key: 'structured-data',
              cause,
            }),
          );
    };
    stops.add(onPage(read));
    if (replay) {
      if (document.readyState === 'loading') stops.on(document, 'DOMContentLoaded', read, { once: true });
      else read();
    }
    return stops.stop;
  };
}
