import type { CarouselView, RankedCard } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SafeHost } from '../lib/guard-host.ts';
import { type Anchor, type CardWindow, keepInPlace } from './card-window.ts';
import { SKELETON_COUNT } from './carousel.view.ts';

/** What the cards of a row need. */
export interface SlidesInput {
  readonly view: CarouselView | null;
  readonly cards: readonly RankedCard[];
  readonly window: CardWindow;
  readonly host: unknown;
  readonly safeHost: SafeHost;
}

/** The cards in the document, keyed by product so that a card that stays keeps its element and its focus. */
export function slides({ view, cards, window: { start, end }, host, safeHost }: SlidesInput): unknown {
  const { text } = safeHost;
  const slide = ({ product }: RankedCard, place: number): TemplateResult => {
    const index = start + place;
    return html`<div class="item" part="item" role="group" data-id=${product.id}
      aria-roledescription=${text('carousel.slide')}
      aria-label=${text('carousel.place', { index: index + 1, count: cards.length })}>
      <regulars-product-card exportparts="base:card__base, image:card__image, label:card__label" .host=${host}
        .product=${product} .position=${index} .locale=${view?.lang} .addable=${view?.addToCart === true && view.props.layout !== 'bundle'}
        .adding=${view?.adding?.[product.id]} dir=${view?.dir ?? nothing}></regulars-product-card>
    </div>`;
  };
  return html`${room(start)}${repeat(cards.slice(start, end), ({ product }) => product.id, slide)}${room(cards.length - end)}`;
}

/** Empty room for cards that are not in the document; an attribute, since a strict policy forbids inline styles. */
function room(count: number): unknown {
  return count > 0 ? html`<div class="room" data-span=${count}></div>` : nothing;
}

/** After rendering: gives empty room its width and puts the card that was looked at back into its place. */
export function settle(track: Element, anchor: Anchor | null): void {
  for (const one of track.querySelectorAll<HTMLElement>('.room'))
    one.style.gridColumn = `span ${one.dataset.span}`;
  if (anchor) keepInPlace(track, anchor);
}

/** Frames of cards that are on their way. */
export function skeleton(): TemplateResult[] {
  return Array.from(
    { length: SKELETON_COUNT },
    () => html`<div class="item" aria-hidden="true">
    <div class="frame"></div><div class="line"></div><div class="line short"></div></div>`,
  );
}
