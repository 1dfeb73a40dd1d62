/** What the visitor does with the help button. */
export interface LauncherDetail {
  readonly campaignId: string;
  readonly act: 'open' | 'close' | 'choose' | 'tips';
  /** Row that was chosen. */
  readonly row?: string | undefined;
}

/** Request, before it opens, closes, a row is chosen or tips are switched; prevented: nothing happens. */
export class LauncherActEvent extends Event {
  static readonly type = 'regulars-launcher-act';
  readonly detail: LauncherDetail;

  constructor(detail: LauncherDetail) {
    super(LauncherActEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-launcher-act': LauncherActEvent;
  }
}
