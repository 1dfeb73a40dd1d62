/** Fact: an element could not render its view; it shows nothing and the page goes on. */
export class WidgetFailedEvent extends Event {
  static readonly type = 'regulars-widget-failed';
  /** Tag of the element and what happened. */
  readonly detail: { readonly element: string; readonly message: string };

  constructor(detail: WidgetFailedEvent['detail']) {
    super(WidgetFailedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-widget-failed': WidgetFailedEvent;
  }
}
