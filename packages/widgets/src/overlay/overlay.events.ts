/** Fact: the overlay opened or closed, or moved into or out of a modal dialog. */
export class OverlayMovedEvent extends Event {
  static readonly type = 'regulars-overlay-moved';
  /** Where it stands now. */
  readonly detail: { readonly place: 'page' | 'dialog' };

  constructor(detail: OverlayMovedEvent['detail']) {
    super(OverlayMovedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-overlay-moved': OverlayMovedEvent;
  }
}
