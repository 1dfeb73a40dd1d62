/** Names the tour and its step. */
export interface TourDetail {
  readonly campaignId: string;
  readonly stepId: string;
  /** Which act: on, on by an act in the page, to a step, back, skipped, done, closed, put off, another tour started. */
  readonly act: 'next' | 'advance' | 'go' | 'back' | 'skip' | 'complete' | 'dismiss' | 'snooze' | 'start';
  /** Of a dismissal: `escape`, `close`, `swipe` or `button`; of an advance: what was done. */
  readonly cause?: string | undefined;
  /** Step, campaign or minutes of the act. */
  readonly value?: string | undefined;
}

/** Asks for an act on the step that is shown; `false`: the page prevented it, or the visitor has moved on. */
export type TourActs = (
  act: TourDetail['act'],
  more?: { readonly cause?: string | undefined; readonly value?: string | undefined },
) => boolean;

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

/** Request: a step holds a slot, and nobody has registered `<regulars-slot>` yet. */
export class TourSlotEvent extends Event {
  static readonly type = 'regulars-tour-slot';

  constructor() {
    super(TourSlotEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-tour-advance': TourAdvanceEvent;
    'regulars-tour-advanced': TourAdvancedEvent;
    'regulars-tour-slot': TourSlotEvent;
  }
}
