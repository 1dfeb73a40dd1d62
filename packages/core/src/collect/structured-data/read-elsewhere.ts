import type { Product } from '@regulars/schema';
import { readMicrodata } from './read-microdata.ts';
import { readOpenGraph } from './read-open-graph.ts';

/**
 * The product of a page that has no JSON-LD of it: from its Open Graph tags, else its microdata. A chunk of its own.
 * @param items selector of products in the markup.
 */
export function readElsewhere(items: string): Product | null {
  const tags: Record<string, string> = {};
  for (const one of document.querySelectorAll<HTMLMetaElement>('meta[property]'))
    tags[one.getAttribute('property') ?? ''] ??= one.content;
  return readOpenGraph(tags) ?? readMicrodata(document.querySelectorAll(items));
}
