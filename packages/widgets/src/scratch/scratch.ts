import type { ScratchView } from '@regulars/core';
import { defineElement } from '../define.ts';
import { GameElement, type GameParts } from '../lib/game/game-element.ts';

/**
 * A scratch card. The server draws first; then the foil comes off by pointer or by the button "Reveal", and what lies
 * below is not in the page before it was drawn.
 *
 * @element regulars-scratch
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-scratch-draw - Request, before the draw; cancelable.
 * @fires regulars-scratch-settled - The card lies open and the result is in words.
 * @fires regulars-scratch-claim - Request, before the prize is claimed; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart stage - Box of the card.
 * @csspart button - The button that draws, reveals, then claims.
 * @csspart result - The result in words.
 * @csspart code - The code.
 * @csspart odds - Table of the odds.
 */
export class RegularsScratch extends GameElement<ScratchView> {
  protected override readonly titleKey = 'scratch.card';

  /** Registers `<regulars-scratch>`. */
  static define(): void {
    defineElement('regulars-scratch', RegularsScratch);
  }

  protected override parts(): Promise<GameParts<ScratchView>> {
    return Promise.all([import('../lib/game/game-play.ts'), import('./scratch.stage.ts')]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-scratch': RegularsScratch;
  }
}
