/** Names the tour and its step. */
export interface TourDetail {
  readonly campaignId: string;
  readonly stepId: string;
  /** Which act: on, back, skipped, done, closed. */
  readonly act: 'next' | 'back' | 'skip' | 'complete' | 'dismiss';
  /** Of a dismissal: `escape`, `close` or `swipe`. */
  readonly cause?: string | undefined;
}

/** Request, before the tour moves or ends; prevented: it stays. */
export class TourAdvanceEvent extends Event {
  static readonly type = 'regulars-tour-advance';
  readonly detail: TourDetail;

  constructor(detail: TourDetail) {
    super(TourAdvanceEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fact: the visitor moved or ended the tour. */
export class TourAdvancedEvent extends Event {
  static readonly type = 'regulars-tour-advanced';
  readonly detail: TourDetail;

  constructor(detail: TourDetail) {
    super(TourAdvancedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-tour-advance': TourAdvanceEvent;
    'regulars-tour-advanced': TourAdvancedEvent;
  }
}
