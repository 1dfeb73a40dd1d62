import type { CarouselView } from '@regulars/core';
import { guardHost } from '../lib/guard-host.ts';
import { createImpressions } from '../lib/impressions.ts';
import type { PlainElement } from '../lib/plain-element.ts';
import type { Text } from '../lib/types.ts';
import type { Frame } from './frame.ts';
import { keepPlace, type PlaceKeeper } from './keep-place.ts';
import { CarouselViewedEvent } from './watch-cards.events.ts';

/** Counts which cards were seen, and keeps the one under the eye in its place. */
export interface CardWatch extends PlaceKeeper {
  /** Watches the cards that are in the document now. */
  look(): void;
}

/**
 * Tells the host and the page of every card that was half visible for `dwellMs`; those in `counted` were told. Says in
 * `live` what became of a wish to put a card into the cart: its button's words alone are not read out.
 */
export function watchCards(
  element: PlainElement<CarouselView>,
  options: { readonly dwellMs: number; readonly counted: Set<string>; readonly frame: Frame },
): CardWatch {
  const { track, live } = options.frame;
  const place = keepPlace(track, () => element.requestUpdate());
  let adding: CarouselView['adding'] = element.shownView?.adding;
  const impressions = createImpressions((key) => {
    const view = element.shownView;
    const productId = key.slice(key.indexOf(' ') + 1);
    const position = view?.cards.findIndex(({ product }) => product.id === productId) ?? -1;
    if (!view || position < 0) return;
    const { campaignId } = view;
    guardHost(element.knownHost).report({ type: 'card', campaignId, act: 'viewed', productId, position });
    element.dispatchEvent(new CarouselViewedEvent({ campaignId, productId, position }));
  }, options);
  return {
    ...place,
    look() {
      const items = element.shadowRoot?.querySelectorAll<HTMLElement>('.item[data-id]') ?? [];
      const { shownView: view } = element;
      const campaignId = view?.campaignId;
      const told = view && outcomes(view, adding, guardHost(element.knownHost).text);
      if (told) live.textContent = told;
      adding = view?.adding;
      impressions.watch(new Map([...items].map((item) => [`${campaignId} ${item.dataset.id}`, item])));
    },
    stop() {
      impressions.stop();
      place.stop();
    },
  };
}

/** Cards that came into the cart, or could not, since it was last asked. */
function outcomes({ cards, adding }: CarouselView, before: CarouselView['adding'], text: Text): string {
  const changed = cards.filter(({ product: { id } }) => adding?.[id] !== before?.[id]);
  const titles = (state: 'done' | 'failed'): string =>
    changed
      .filter(({ product }) => adding?.[product.id] === state)
      .map(({ product }) => product.title ?? product.id)
      .join(', ');
  const sentences = { added: titles('done'), 'add-failed': titles('failed') };
  return Object.entries(sentences)
    .map(([key, which]) => which && `${text(`card.${key}`)}: ${which}`)
    .filter(Boolean)
    .join('. ');
}
