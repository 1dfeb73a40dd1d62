/** What the visitor does about what is held. */
export interface PrivacyDetail {
  readonly campaignId: string;
  readonly act: 'download' | 'erase' | 'switch';
  /** Switch that is turned, and where to. */
  readonly name?: 'lists' | 'tips' | 'games' | undefined;
  readonly on?: boolean | undefined;
}

/** Request, before something is downloaded, erased (after the visitor confirmed) or switched; prevented: it is not. */
export class PrivacyActEvent extends Event {
  static readonly type = 'regulars-privacy-act';
  readonly detail: PrivacyDetail;

  constructor(detail: PrivacyDetail) {
    super(PrivacyActEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** The visitor wants to change what they allowed: the shop opens its own banner. */
export class PrivacyChangeEvent extends Event {
  static readonly type = 'regulars-privacy-change';
  readonly detail: { readonly campaignId: string };

  constructor(detail: PrivacyChangeEvent['detail']) {
    super(PrivacyChangeEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-privacy-act': PrivacyActEvent;
    'regulars-privacy-change': PrivacyChangeEvent;
  }
}
