import type { GuidanceAction } from '../lib/guidance-action-rule.ts';

/** What the visitor does with it. */
export interface ChecklistDetail {
  readonly campaignId: string;
  /** The mission's action, folding, collecting the reward, putting the finished list away, dismissing it. */
  readonly act: GuidanceAction['type'] | 'fold' | 'unfold' | 'claim' | 'close';
  /** Whose button it was. */
  readonly missionId?: string | undefined;
}

/** Request, before it happens; prevented: nothing does, and a link is not followed. */
export class ChecklistActEvent extends Event {
  static readonly type = 'regulars-checklist-act';
  readonly detail: ChecklistDetail;

  constructor(detail: ChecklistDetail) {
    super(ChecklistActEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fact: the last mission was done on this page. */
export class ChecklistFinishedEvent extends Event {
  static readonly type = 'regulars-checklist-finished';
  readonly detail: { readonly campaignId: string };

  constructor(detail: ChecklistFinishedEvent['detail']) {
    super(ChecklistFinishedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-checklist-act': ChecklistActEvent;
    'regulars-checklist-finished': ChecklistFinishedEvent;
  }
}
