import { createDisposer } from '../../lib/disposer.ts';
import type { Collector } from '../collector.ts';
import { readJsonLd, readOpenGraph } from './read-product.ts';

/** Records `product_viewed` of a product page from its JSON-LD, else from its Open Graph tags. */
export function structuredData(): Collector {
  return ({ record, replay, onPage }) => {
    const stops = createDisposer();
    const read = (): void => {
      const scripts = document.querySelectorAll('script[type="application/ld+json"]');
      const product =
        readJsonLd([...scripts].map((one) => one.textContent ?? '')) ?? readOpenGraph(readTags());
      if (product) record('structured-data', 'product_viewed', { product });
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
