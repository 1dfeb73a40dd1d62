import type { Product } from '@regulars/schema';
import { createDisposer } from '../../lib/disposer.ts';
import type { Collector } from '../collector.ts';
import { readJsonLd, readOpenGraph } from './read-product.ts';

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
      const product =
        readJsonLd([...scripts].map((one) => one.textContent ?? '')) ?? readOpenGraph(readTags());
      if (product || !document.querySelector(productItem)) tell(product);
      else
        import('./read-microdata.ts')
          .then(({ readMicrodata }) => tell(readMicrodata(document.querySelectorAll(productItem))))
          .catch((cause) =>
            problems.report({ code: 'collector-unavailable', message: 'chunk', key: 'microdata', cause }),
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

function readTags(): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const one of document.querySelectorAll<HTMLMetaElement>('meta[property]')) {
    tags[one.getAttribute('property') ?? ''] ??= one.content;
  }
  return tags;
}
