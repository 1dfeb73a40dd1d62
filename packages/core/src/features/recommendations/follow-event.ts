import type { TrackedEvent } from '../../journey/journey-port.ts';
import { dropCard, type ListSlot } from './list-slot.ts';

/** What events change of a page's lists. */
export interface FollowedPage {
  readonly slots: ReadonlyMap<string, ListSlot>;
  readonly changed: (slot: ListSlot) => void;
  /** Product of the page. */
  current: string | undefined;
}

/** Follows the page's product, the cart and the order; `again` makes anew what is outdated. */
export function followEvent(page: FollowedPage, { name, props }: TrackedEvent, again: () => void): void {
  const product = 'product' in props ? props.product.id : undefined;
  // Within one document the next page has its own product; a return to the tab has the same.
  if (name === 'page_viewed' && 'kind' in props && props.kind === 'route') page.current = undefined;
  if (name === 'product_viewed') page.current = product;
  // The page of an order tells it while its list is being made: what goes with it is known only now.
  if (name === 'order_placed') {
    for (const slot of page.slots.values()) slot.stale = true;
    again();
  }
  if (name !== 'cart_product_added' || product === undefined) return;
  // A card whose own button put it there says so and stays; so does what was saved.
  for (const slot of page.slots.values()) {
    if (slot.view.strategy === 'wishlist') continue;
    if (!slot.view.adding?.[product] && dropCard(slot, product)) page.changed(slot);
  }
}
