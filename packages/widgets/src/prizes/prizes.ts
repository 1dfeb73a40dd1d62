import type { PrizesView } from '@regulars/core';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Prize } from '../lib/reward-types.ts';
import type { Items } from './prizes.items.ts';

/**
 * Everything the visitor has won and not used: what is not collected yet, codes with their conditions and their end,
 * "send it to me".
 *
 * @element regulars-prizes
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-prizes-refresh - Request to read the prizes anew; cancelable.
 * @fires regulars-prizes-claim - Request, before a prize is collected; cancelable.
 * @fires regulars-prizes-send - Request, before a prize is sent to the visitor; cancelable.
 * @fires regulars-prizes-apply - Request, before a code goes into the cart; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One prize.
 * @csspart code - A code.
 * @csspart conditions - What the coupon asks.
 */
export class RegularsPrizes extends ReadingElement<PrizesView, Items> {
  static override styles: CSSResultGroup = reading;

  protected override readonly family = 'prizes';
  protected override readonly loadPart = (): Promise<typeof import('./prizes.items.ts')> =>
    import('./prizes.items.ts');

  /** Registers `<regulars-prizes>`. */
  static define(): void {
    defineElement('regulars-prizes', RegularsPrizes);
  }

  protected override content(prizes: readonly Prize[], view: PrizesView): TemplateResult | null | undefined {
    return prizes.length === 0 ? null : this.acting?.(prizes, view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-prizes': RegularsPrizes;
  }
}
