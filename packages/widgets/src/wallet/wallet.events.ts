/** Request: the visitor wants the points read anew; prevented: nothing is asked. */
export class WalletRefreshEvent extends Event {
  static readonly type = 'regulars-wallet-refresh';
  readonly detail: { readonly campaignId: string };

  constructor(detail: WalletRefreshEvent['detail']) {
    super(WalletRefreshEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-wallet-refresh': WalletRefreshEvent;
  }
}
