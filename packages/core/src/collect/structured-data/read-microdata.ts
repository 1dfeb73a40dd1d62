import type { Product } from '@regulars/schema';
import { readJsonLd } from './read-product.ts';

type Item = Record<string, unknown>;

/** The one product a page is about, from its microdata (`itemtype` of schema.org); `null`: none, or several. Never throws. */
export function readMicrodata(scopes: Iterable<Element>): Product | null {
  const items = [...scopes].map((one) => itemOf(one));
  // Its words are those of JSON-LD: one reader serves both.
  return items.length > 0 ? readJsonLd([JSON.stringify(items)]) : null;
}

function itemOf(scope: Element): Item {
  const type = scope.getAttribute('itemtype')?.split('/').at(-1);
  const item: Item = { '@type': type };
  for (const one of scope.querySelectorAll('[itemprop]')) {
    // What stands in an item within belongs to that one.
    if (one.parentElement?.closest('[itemscope]') !== scope) continue;
    for (const name of one.getAttribute('itemprop')?.split(' ') ?? [])
      item[name] ??= one.hasAttribute('itemscope') ? itemOf(one) : textOf(one);
  }
  return item;
}

function textOf(element: Element): string {
  const given = ['content', 'href', 'src', 'datetime', 'value'].find((name) => element.hasAttribute(name));
  return (given ? element.getAttribute(given) : element.textContent)?.trim() ?? '';
}
