import type { CarouselView } from '@regulars/core';
import { guardHost } from '../lib/guard-host.ts';
import { createImpressions } from '../lib/impressions.ts';
import type { PlainElement } from '../lib/plain-element.ts';
import { CarouselViewedEvent } from './watch-cards.events.ts';

/** Counts which cards were seen. */
export interface CardWatch {
  /** Watches the cards that are in the document now. */
  look(): void;
  stop(): void;
}

/** Tells the host and the page of every card that was half visible for `dwellMs`; those in `counted` were told. */
export function watchCards(
  element: PlainElement<CarouselView>,
  options: { readonly dwellMs: number; readonly counted: Set<string> },
): CardWatch {
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
    look() {
      const items = element.shadowRoot?.querySelectorAll<HTMLElement>('.item[data-id]') ?? [];
      const campaignId = element.shownView?.campaignId;
      impressions.watch(new Map([...items].map((item) => [`${campaignId} ${item.dataset.id}`, item])));
    },
    stop: impressions.stop,
  };
}
