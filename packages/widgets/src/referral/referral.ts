import type { FriendsView } from '@regulars/core';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Friends } from '../lib/reward-types.ts';
import type { Invitation } from './referral.invitation.ts';

/**
 * The visitor's invitation: what both get, the link to copy or share, how many came; a place to enter a friend's code.
 *
 * @element regulars-referral
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-referral-refresh - Request to read anew; cancelable.
 * @fires regulars-referral-share - Request, before the browser's own sharing opens; cancelable.
 * @fires regulars-referral-referrer - Request, before a friend's code is saved; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart code - The link.
 */
export class RegularsReferral extends ReadingElement<FriendsView, Invitation> {
  static override styles: CSSResultGroup = reading;

  protected override readonly loadPart = (): Promise<typeof import('./referral.invitation.ts')> =>
    import('./referral.invitation.ts');

  /** Registers `<regulars-referral>`. */
  static define(): void {
    defineElement('regulars-referral', RegularsReferral);
  }

  protected override content(friends: Friends, view: FriendsView): TemplateResult | undefined {
    return this.acting?.(friends, view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-referral': RegularsReferral;
  }
}
