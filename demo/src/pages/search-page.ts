import { descriptionOf, titleOf } from '../catalog/catalog.ts';
import type { CatalogProduct } from '../catalog/catalog-product.ts';
import { products } from '../catalog/products.ts';
import { count, fill } from '../web/format.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { applyFilters, filterBar, readFilters } from './filters.ts';
import type { Page } from './layout.ts';
import { listEvent, shelf } from './product-parts.ts';

/** Products whose words hold every word of the query, those with it in the title first. */
function findByWords(page: PageContext, query: string): readonly CatalogProduct[] {
  const { locale, text } = page;
  const words = query.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const scored = products.map((product) => {
    const title = titleOf(product, locale).toLocaleLowerCase(locale);
    const rest = [descriptionOf(product, locale), text[product.category], product.brand, product.id]
      .join(' ')
      .toLocaleLowerCase(locale);
    const hits = words.map((word) => (title.includes(word) ? 2 : rest.includes(word) ? 1 : 0));
    return { product, score: hits.includes(0) ? 0 : hits.reduce<number>((sum, hit) => sum + hit, 0) };
  });
  return scored
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((each) => each.product);
}

/** Search results. */
export function searchPage(page: PageContext): Page {
  const { text } = page;
  const q = (page.url.searchParams.get('q') ?? '').trim().slice(0, 80);
  const all = findByWords(page, q);
  const filters = readFilters(page.url);
  const list = applyFilters(all, filters, page.stock, page.locale);
  const title = q === '' ? text.searchTitle : fill(text.resultsFor, { q });
  const keep = html`<input type="hidden" name="q" value="${q}">`;
  const nothing = all.length === 0 ? fill(text.searchNothing, { q }) : text.nothingFound;
  const bar =
    all.length === 0
      ? null
      : html`${filterBar(page, all, filters, keep)}<h2 class="result-count">${count(text.results, list.length, page.locale)}</h2>`;
  const body = list.length === 0 ? html`<p class="nothing">${nothing}</p>` : shelf(list, page, 'search', 4);
  const main = html`<div class="page"><div class="page-head"><h1>${title}</h1></div>${bar}${body}</div>`;
  const events = [{ event: 'search', search_term: q, results: list.length }, listEvent(list, page, 'search')];
  return { type: 'search', title, main, events: q === '' ? [] : events };
}
