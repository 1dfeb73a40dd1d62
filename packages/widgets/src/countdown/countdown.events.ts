/** Fact: the end has come. */
export class CountdownEndedEvent extends Event {
  static readonly type = 'regulars-countdown-ended';
  readonly detail: { readonly campaignId: string };

  constructor(detail: CountdownEndedEvent['detail']) {
    super(CountdownEndedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-countdown-ended': CountdownEndedEvent;
  }
}
