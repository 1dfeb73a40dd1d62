import type { CarouselCardDetail } from './carousel.events.ts';

/** Fact: a card was at least half visible for a second; once per page view. */
export class CarouselViewedEvent extends Event {
  static readonly type = 'regulars-carousel-viewed';
  readonly detail: CarouselCardDetail;

  constructor(detail: CarouselCardDetail) {
    super(CarouselViewedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-carousel-viewed': CarouselViewedEvent;
  }
}
