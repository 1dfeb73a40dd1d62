import { titleOf } from '../catalog/catalog.ts';
import { type CatalogProduct, tagIds } from '../catalog/catalog-product.ts';
import type { Locale } from '../catalog/locales.ts';
import type { UiText } from '../texts/ui-text.ts';
import { fill, formatMoney } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';

/** What a shopper asked of a list, read from the address. */
export interface Filters {
  readonly brand: string;
  readonly price: string;
  readonly tag: string;
  readonly inStock: boolean;
  readonly sort: string;
}

const bands: Readonly<Record<string, readonly [from: number, to: number]>> = {
  a: [0, 1500],
  b: [1500, 3000],
  c: [3000, 5000],
  d: [5000, Number.POSITIVE_INFINITY],
};

const tagLabels: Readonly<Record<string, keyof UiText>> = {
  gift: 'tagGift',
  handmade: 'tagHandmade',
  outdoor: 'tagOutdoor',
  'plastic-free': 'tagPlasticFree',
  'for-kids': 'tagForKids',
  new: 'tagNew',
};

/** Reads the filters of an address; unknown values filter nothing. */
export function readFilters(url: URL): Filters {
  const get = (name: string): string => url.searchParams.get(name) ?? '';
  return {
    brand: get('brand'),
    price: get('price'),
    tag: get('tag'),
    inStock: get('stock') === '1',
    sort: get('sort'),
  };
}

/** Products that pass, in the order asked for. */
export function applyFilters(
  list: readonly CatalogProduct[],
  filters: Filters,
  left: ReadonlyMap<string, number>,
  locale: Locale,
): readonly CatalogProduct[] {
  const band = Object.hasOwn(bands, filters.price) ? bands[filters.price] : undefined;
  const passing = list.filter(
    (p) =>
      (filters.brand === '' || p.brand === filters.brand) &&
      (band === undefined || (p.price >= band[0] && p.price < band[1])) &&
      (filters.tag === '' || p.tags.includes(filters.tag)) &&
      (!filters.inStock || (left.get(p.id) ?? 0) > 0),
  );
  if (filters.sort === 'up') return passing.toSorted((a, b) => a.price - b.price);
  if (filters.sort === 'down') return passing.toSorted((a, b) => b.price - a.price);
  if (filters.sort !== 'name') return passing;
  return passing.toSorted((a, b) => titleOf(a, locale).localeCompare(titleOf(b, locale), locale));
}

type Option = readonly [value: string, label: string];

function select(
  name: string,
  label: string,
  chosen: string,
  options: readonly Option[],
  extra = '',
): SafeHtml {
  const items = options.map(
    ([value, words]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`,
  );
  return html`<div class="filter"><label for="filter-${name}">${label}</label><select id="filter-${name}" name="${name}" class="${extra}">${items}</select></div>`;
}

function bandLabel(id: string, page: PageContext): string {
  const [from, to] = bands[id] ?? [0, 0];
  const values = {
    from: formatMoney(from, page.locale),
    to: formatMoney(to === Number.POSITIVE_INFINITY ? 0 : to, page.locale),
  };
  if (from === 0) return fill(page.text.priceUnder, values);
  return fill(to === Number.POSITIVE_INFINITY ? page.text.priceOver : page.text.priceBetween, values);
}

/** The filter bar of a list; sends itself by GET, with or without script. */
export function filterBar(
  page: PageContext,
  list: readonly CatalogProduct[],
  filters: Filters,
  keep: SafeHtml | null,
): SafeHtml {
  const { text } = page;
  const brands = [...new Set(list.map((p) => p.brand))].sort();
  const tags = tagIds.filter((tag) => list.some((p) => p.tags.includes(tag)));
  const tagOptions = tags.map((tag): Option => [tag, String(text[tagLabels[tag] ?? 'tagNew'])]);
  const on = filters.brand !== '' || filters.price !== '' || filters.tag !== '' || filters.inStock;
  return html`<form class="filters js-filters" aria-label="${text.filters}">${keep}
    ${select('brand', text.brand, filters.brand, [['', text.allBrands], ...brands.map((b): Option => [b, b])], 'js-filter')}
    ${select('price', text.price, filters.price, [['', text.anyPrice], ...Object.keys(bands).map((id): Option => [id, bandLabel(id, page)])])}
    ${select('tag', text.kind, filters.tag, [['', text.anyKind], ...tagOptions])}
    ${select('sort', text.sort, filters.sort, [
      ['', text.sortPopular],
      ['up', text.sortPriceUp],
      ['down', text.sortPriceDown],
      ['name', text.sortName],
    ])}
    <div class="filter-check"><input id="filter-stock" type="checkbox" name="stock" value="1"${filters.inStock ? html` checked` : ''}><label for="filter-stock">${text.inStockOnly}</label></div>
    <button class="button quiet-button js-apply">${text.apply}</button>
    ${on ? html`<a class="text-link" href="?">${text.reset}</a>` : null}
  </form>`;
}
