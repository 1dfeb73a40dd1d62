import type { EventName, EventProps } from '@regulars/schema';
import { createDisposer } from '../../lib/disposer.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { type Marked, productOf, promotionOf } from './read-markup.ts';

/** Acts on a product that a click may be. */
const acts: readonly EventName[] = [
  'product_clicked',
  'cart_product_added',
  'cart_product_removed',
  'wishlist_product_added',
  'wishlist_product_removed',
  'product_shared',
];

/**
 * Records what the shop's markup says, without a line of script: `data-regulars-product="id"` with `-title`, `-price`,
 * `-currency`, `-category`, `-brand`, `-variant`, `-quantity`; on a product page `data-regulars-view`; on what is clicked
 * `data-regulars-act="cart_product_added"`; around a list `data-regulars-list="id"`; on a result page
 * `data-regulars-search="words"` with `data-regulars-results="12"`; on a banner `data-regulars-promotion="id"`.
 */
export function markup(): Collector {
  return ({ record, replay, onPage }) => {
    const stops = createDisposer();
    const read = (): void => {
      readView(record);
      readList(record);
      readSearch(record);
    };
    stops.on(document, 'click', (event) => onClick(event, record), { capture: true });
    // The router has put the new page by then.
    stops.add(onPage(() => requestAnimationFrame(read)));
    if (replay) {
      if (document.readyState === 'loading') stops.on(document, 'DOMContentLoaded', read, { once: true });
      else read();
    }
    return stops.stop;
  };
}

type Record = CollectContext['record'];

function readView(record: Record): void {
  const place = document.querySelector('[data-regulars-product][data-regulars-view]');
  const product = place && productOf(place);
  if (product) record('markup', 'product_viewed', { product });
}

function readList(record: Record): void {
  for (const list of document.querySelectorAll<Marked>('[data-regulars-list]')) {
    const products = [...list.querySelectorAll('[data-regulars-product]')].flatMap(
      (one) => productOf(one) ?? [],
    );
    const listId = list.dataset.regularsList;
    if (listId && products.length > 0)
      record('markup', 'list_viewed', { listId, products: products.slice(0, 100) });
  }
}

function readSearch(record: Record): void {
  const { regularsSearch: term, regularsResults: results } =
    document.querySelector<Marked>('[data-regulars-search]')?.dataset ?? {};
  const resultCount = Number(results || Number.NaN);
  if (term) record('markup', 'search_performed', { term, ...(resultCount >= 0 && { resultCount }) });
}

function onClick({ target }: Event, record: Record): void {
  const clicked = target instanceof Element ? target : null;
  const promotion = clicked && promotionOf(clicked);
  if (promotion) record('markup', 'promotion_clicked', promotion);
  const place = clicked?.closest<Marked>('[data-regulars-act]');
  const name = acts.find((one) => one === place?.dataset.regularsAct) as 'cart_product_added' | undefined;
  const product = place && productOf(place);
  const props: EventProps['cart_product_added'] | null | undefined = product && { product };
  if (name && props) record('markup', name, props);
}
