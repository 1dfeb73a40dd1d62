import type { EventName, EventProps, Product } from '@regulars/schema';

/** Says whether an act is new, or the one that another source has told already. */
export interface ActFilter {
  isNew(source: string, name: EventName, props: object): boolean;
  /** A new page view: its views are new ones. */
  clear(): void;
}

/** Two sources tell of one act within this time (ms). */
const ACT_WINDOW_MS = 2000;

/** Acts that a page has once, however late a second source tells of them. */
const perPage: readonly EventName[] = [
  'product_viewed',
  'list_viewed',
  'cart_viewed',
  'search_performed',
  'checkout_started',
  'order_placed',
  'exit_intended',
];

/** Builds the filter of one page. */
export function createActFilter(now: () => number): ActFilter {
  const seen = new Map<string, { readonly source: string; readonly t: number }>();
  return {
    isNew(source, name, props) {
      const key = keyOf(name, props);
      if (key === null) return true;
      const last = seen.get(key);
      const repeated =
        last !== undefined &&
        last.source !== source &&
        (perPage.includes(name) || now() - last.t < ACT_WINDOW_MS);
      // The first source stays the act's owner, so that its next act is a new one.
      if (!repeated) seen.set(key, { source, t: now() });
      return !repeated;
    },
    clear: () => seen.clear(),
  };
}

/** What makes two reports the same act; `null`: nothing to compare by. */
function keyOf(name: EventName, props: object): string | null {
  const { product, orderId, term, listId } = props as {
    product?: Product;
  } & Partial<EventProps['order_placed'] & EventProps['search_performed'] & EventProps['list_viewed']>;
  const what = product?.id ?? orderId ?? term ?? listId ?? (perPage.includes(name) ? '' : null);
  return what === null ? null : `${name} ${what}`;
}
