/** Request, before the draw is asked for; prevented: nothing is drawn. */
export class WheelDrawEvent extends Event {
  static readonly type = 'regulars-wheel-draw';
  readonly detail: { readonly campaignId: string };

  constructor(detail: WheelDrawEvent['detail']) {
    super(WheelDrawEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fact: the wheel stands still and the result is in words. */
export class WheelSettledEvent extends Event {
  static readonly type = 'regulars-wheel-settled';
  readonly detail: { readonly campaignId: string; readonly prizeIndex: number };

  constructor(detail: WheelSettledEvent['detail']) {
    super(WheelSettledEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Request, before the prize is claimed; prevented: it stays unclaimed. */
export class WheelClaimEvent extends Event {
  static readonly type = 'regulars-wheel-claim';
  readonly detail: { readonly campaignId: string };

  constructor(detail: WheelClaimEvent['detail']) {
    super(WheelClaimEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-wheel-draw': WheelDrawEvent;
    'regulars-wheel-settled': WheelSettledEvent;
    'regulars-wheel-claim': WheelClaimEvent;
  }
}
