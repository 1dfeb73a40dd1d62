import type { CarouselView, RankedCard } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SafeHost } from '../lib/guard-host.ts';
import { type CarouselShow, SKELETON_COUNT } from './carousel.view.ts';
import type { OwnCards } from './own-cards.ts';

/** What the cards of a row need. */
export interface SlidesInput {
  readonly view: CarouselView | null;
  readonly show: CarouselShow;
  /** Place of the first card in the document. */
  readonly start: number;
  readonly end: number;
  readonly host: unknown;
  readonly safeHost: SafeHost;
  /** Cards from the shop's own template. */
  readonly own: OwnCards | undefined;
}

/**
 * The cards in the document, keyed by product so that a card that stays keeps its element and its focus; while they
 * are on their way frames of the same box.
 */
export function slides({
  view,
  show: { mode, cards },
  start,
  end,
  host,
  safeHost,
  own,
}: SlidesInput): unknown {
  const { text } = safeHost;
  const { layout = 'row', max = layout === 'bundle' ? 3 : 12 } = view?.props ?? {};
  const card = (at?: RankedCard, position = 0): TemplateResult => {
    if (own && view) return own.card(view, at, position);
    return html`<regulars-product-card exportparts="base:card__base, image:card__image, label:card__label" .host=${host}
      .product=${at?.product} .because=${at?.becauseTitle} .reason=${at && view && reasonOf(at, view)} .position=${position} .locale=${view?.lang}
      .addable=${!!view?.addToCart && layout !== 'bundle'} .refusable=${!!at} .list=${layout === 'list'}
      .saved=${at && view?.saved?.includes(at.product.id)}
      .adding=${at && view?.adding?.[at.product.id]} dir=${view?.dir ?? nothing}></regulars-product-card>`;
  };
  if (mode === 'loading')
    return Array.from(
      // A row shows no more at once; what wraps keeps the height of all.
      { length: layout === 'row' ? Math.min(max, SKELETON_COUNT) : max },
      () => html`<div class="item" aria-hidden="true">${card()}</div>`,
    );
  return repeat(
    cards.slice(start, end),
    ({ product }) => product.id,
    (at, place) => html`<div class="item" part="item" role="group" data-id=${at.product.id}
      aria-roledescription=${text('carousel.slide')}
      aria-label=${text('carousel.place', { index: start + place + 1, count: cards.length })}>${card(at, start + place)}</div>`,
  );
}

/** What put a card where it is: the shop, the list of a strategy, or where the card comes from. */
function reasonOf({ rule, source }: RankedCard, { strategy }: CarouselView): string {
  if (rule === 'pin') return 'shop';
  if (source === 'list' || source === 'recent') return strategy;
  return source === 'index' || source === 'content' ? 'journey' : source;
}
