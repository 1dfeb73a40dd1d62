import type { GuidanceAction } from '../lib/guidance-action-rule.ts';

/** What the visitor does with it. */
export interface AnnouncementDetail {
  readonly campaignId: string;
  /** The button's action, or `dismiss`. */
  readonly act: GuidanceAction['type'];
  /** Of a dismissal: `close`, `button`, `escape` or `outside`. */
  readonly cause?: string | undefined;
}

/** Request, before a button acts or it is dismissed; prevented: it stays, and a link is not followed. */
export class AnnouncementActEvent extends Event {
  static readonly type = 'regulars-announcement-act';
  readonly detail: AnnouncementDetail;

  constructor(detail: AnnouncementDetail) {
    super(AnnouncementActEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fact: a button acted, or it was dismissed. */
export class AnnouncementActedEvent extends Event {
  static readonly type = 'regulars-announcement-acted';
  readonly detail: AnnouncementDetail;

  constructor(detail: AnnouncementDetail) {
    super(AnnouncementActedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-announcement-act': AnnouncementActEvent;
    'regulars-announcement-acted': AnnouncementActedEvent;
  }
}
