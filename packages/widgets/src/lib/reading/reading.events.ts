/** Request before the backend or the shop is asked, `regulars-<element>-<act>`; prevented: it is not asked. */
export class ReadingRequestEvent extends Event {
  /** `value`: what it is about, such as a play id; none for `refresh`. */
  readonly detail: { readonly campaignId: string; readonly value?: string | undefined };

  constructor(element: string, act: string, detail: ReadingRequestEvent['detail']) {
    super(`regulars-${element}-${act}`, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}
