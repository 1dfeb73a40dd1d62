/** Names the product and its place. */
export interface ProductCardDetail {
  readonly productId: string;
  /** From 0. */
  readonly position: number;
  /** Variant chosen on the card, when the product goes into the cart. */
  readonly variant?: string | undefined;
}

/** Request, before the link is followed; prevented: nothing is recorded and the link is not followed. */
export class ProductCardSelectEvent extends Event {
  static readonly type = 'regulars-product-card-select';
  readonly detail: ProductCardDetail;

  constructor(detail: ProductCardDetail) {
    super(ProductCardSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Request: the visitor wants the product in the cart. */
export class ProductCardAddEvent extends Event {
  static readonly type = 'regulars-product-card-add';
  readonly detail: ProductCardDetail;

  constructor(detail: ProductCardDetail) {
    super(ProductCardAddEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-product-card-select': ProductCardSelectEvent;
    'regulars-product-card-add': ProductCardAddEvent;
  }
}
