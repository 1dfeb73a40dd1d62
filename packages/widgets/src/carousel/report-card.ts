import type { CarouselView } from '@regulars/core';
import { guardHost } from '../lib/guard-host.ts';
import type { PlainElement } from '../lib/plain-element.ts';
import type { ProductCardRefuseEvent, ProductCardSaveEvent } from '../product-card/card-more.events.ts';
import type { ProductCardAddEvent, ProductCardSelectEvent } from '../product-card/product-card.events.ts';
import { CarouselClickedEvent } from './carousel.events.ts';

/** What a card asks for. */
export type CardRequest =
  | ProductCardSelectEvent
  | ProductCardAddEvent
  | ProductCardRefuseEvent
  | ProductCardSaveEvent;

/** What the requests of a card ask for; the other one is the link. */
const acts: Readonly<Record<string, 'add-to-cart' | 'not-interested' | undefined>> = {
  'regulars-product-card-add': 'add-to-cart',
  'regulars-product-card-refuse': 'not-interested',
};

/** Tells the host of a card's request, once the page had its chance to prevent it; a click is told to the page as well. */
export function reportCard(element: PlainElement<CarouselView>, event: CardRequest): void {
  // After all listeners.
  queueMicrotask(() => {
    const campaignId = element.shownView?.campaignId;
    if (event.defaultPrevented || !campaignId) return;
    const { detail } = event;
    const act = 'saved' in detail ? (detail.saved ? 'save' : 'unsave') : (acts[event.type] ?? 'clicked');
    guardHost(element.knownHost).report({ type: 'card', campaignId, act, ...detail });
    if (act === 'clicked') element.dispatchEvent(new CarouselClickedEvent({ campaignId, ...event.detail }));
  });
}
