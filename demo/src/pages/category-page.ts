import { productsOf } from '../catalog/catalog.ts';
import type { CategoryId } from '../catalog/catalog-product.ts';
import { products } from '../catalog/products.ts';
import type { UiText } from '../texts/ui-text.ts';
import { count } from '../web/format.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { applyFilters, filterBar, readFilters } from './filters.ts';
import type { Page } from './layout.ts';
import { listEvent, shelf } from './product-parts.ts';

/** One department with its filters. */
export function categoryPage(page: PageContext, category: CategoryId): Page {
  const { text } = page;
  const lead = text[`${category}Lead` satisfies keyof UiText];
  const all = productsOf(category);
  const filters = readFilters(page.url);
  const list = applyFilters(all, filters, page.stock, page.locale);
  const id = `category-${category}`;
  const body =
    list.length === 0 ? html`<p class="nothing">${text.nothingFound}</p>` : shelf(list, page, id, 4);
  const fresh = products.filter((one) => one.tags.includes('new') && one.category !== category).slice(0, 4);
  const main = html`<div class="page"><div class="page-head sky-${category}"><h1>${text[category]}</h1><p>${lead}</p></div>
    ${filterBar(page, all, filters, null)}<h2 class="result-count">${count(text.results, list.length, page.locale)}</h2>${body}
    <div class="section"><regulars-slot name="category-rising" class="slot slot-list"><h2>${text.newIn}</h2>${shelf(fresh, page, 'category-rising')}</regulars-slot></div></div>`;
  return {
    type: 'category',
    title: text[category],
    description: lead,
    main,
    events: [listEvent(list, page, id)],
  };
}
