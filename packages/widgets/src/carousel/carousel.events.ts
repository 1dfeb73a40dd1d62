/** Names the campaign, the product and its place. */
export interface CarouselCardDetail {
  readonly campaignId: string;
  readonly productId: string;
  /** From 0. */
  readonly position: number;
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
    'regulars-carousel-clicked': CarouselClickedEvent;
  }
}
