/** Names the campaign, the product and its place. */
export interface CarouselCardDetail {
  readonly campaignId: string;
  readonly productId: string;
  /** From 0. */
  readonly position: number;
}

/** Fact: a card was at least half visible for a second; once per page view. */
export class CarouselViewedEvent extends Event {
  static readonly type = 'regulars-carousel-viewed';
  readonly detail: CarouselCardDetail;

  constructor(detail: CarouselCardDetail) {
    super(CarouselViewedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Fact: the visitor followed a card. */
export class CarouselClickedEvent extends Event {
  static readonly type = 'regulars-carousel-clicked';
  readonly detail: CarouselCardDetail;

  constructor(detail: CarouselCardDetail) {
    super(CarouselClickedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-carousel-viewed': CarouselViewedEvent;
    'regulars-carousel-clicked': CarouselClickedEvent;
  }
}
