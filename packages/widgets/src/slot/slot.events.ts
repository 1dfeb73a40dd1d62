/** Fact: the slot shows a campaign's element. */
export class SlotShownEvent extends Event {
  static readonly type = 'regulars-slot-shown';
  /** Slot and campaign. */
  readonly detail: { readonly slot: string; readonly campaignId: string };

  constructor(detail: SlotShownEvent['detail']) {
    super(SlotShownEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-slot-shown': SlotShownEvent;
  }
}
