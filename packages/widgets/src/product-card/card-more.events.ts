import type { ProductCardDetail } from './product-card.events.ts';

/** Request: the visitor does not want to see the product again. */
export class ProductCardRefuseEvent extends Event {
  static readonly type = 'regulars-product-card-refuse';
  readonly detail: ProductCardDetail;

  constructor(detail: ProductCardDetail) {
    super(ProductCardRefuseEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Request: the visitor wants the product on the list of what is saved, or off it. */
export class ProductCardSaveEvent extends Event {
  static readonly type = 'regulars-product-card-save';
  readonly detail: ProductCardDetail & { readonly saved: boolean };

  constructor(detail: ProductCardSaveEvent['detail']) {
    super(ProductCardSaveEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-product-card-save': ProductCardSaveEvent;
    'regulars-product-card-refuse': ProductCardRefuseEvent;
  }
}
