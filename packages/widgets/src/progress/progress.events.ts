/** Fact: a threshold of the shop is reached that was not when the bar was first shown. */
export class ProgressReachedEvent extends Event {
  static readonly type = 'regulars-progress-reached';
  readonly detail: { readonly campaignId: string; readonly kind: 'free-shipping' | 'gift' };

  constructor(detail: ProgressReachedEvent['detail']) {
    super(ProgressReachedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-progress-reached': ProgressReachedEvent;
  }
}
