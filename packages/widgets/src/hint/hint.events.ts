/** What the visitor does with a hint. */
export interface HintDetail {
  readonly campaignId: string;
  /** Its words open, they are left, or its button acts. */
  readonly act: 'open' | 'close' | 'act';
  /** Of leaving: `done`, `escape` or `outside`. */
  readonly cause?: string | undefined;
}

/** Request, before it opens, closes or acts; prevented: nothing happens. */
export class HintActEvent extends Event {
  static readonly type = 'regulars-hint-act';
  readonly detail: HintDetail;

  constructor(detail: HintDetail) {
    super(HintActEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fact: it was opened, left, or its button acted. */
export class HintActedEvent extends Event {
  static readonly type = 'regulars-hint-acted';
  readonly detail: HintDetail;

  constructor(detail: HintDetail) {
    super(HintActedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-hint-act': HintActEvent;
    'regulars-hint-acted': HintActedEvent;
  }
}
