import type { BoxView } from '@regulars/core';
import type { PropertyDeclarations } from 'lit';
import { defineElement } from '../define.ts';
import { GameElement, type GameParts } from '../lib/game/game-element.ts';

/**
 * Mystery boxes. The visitor opens one; the server draws, whichever it is, and the page says so. The others stay
 * closed: what is not drawn exists nowhere.
 *
 * @element regulars-box
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-box-draw - Request, before the draw; cancelable.
 * @fires regulars-box-settled - The box is open and the result is in words.
 * @fires regulars-box-claim - Request, before the prize is claimed; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart stage - Box of the boxes.
 * @csspart box - One box.
 * @csspart button - The button that claims.
 * @csspart result - The result in words.
 * @csspart code - The code.
 * @csspart odds - Table of the odds.
 */
export class RegularsBox extends GameElement<BoxView> {
  static override properties: PropertyDeclarations = { openMs: { attribute: false } };

  /** Length of the opening, ms (default 1100). */
  declare openMs: number;
  protected override readonly titleKey = 'box.boxes';

  constructor() {
    super();
    this.openMs = 1100;
  }

  /** @internal */
  override get motionMs(): number {
    return this.openMs;
  }

  /** Registers `<regulars-box>`. */
  static define(): void {
    defineElement('regulars-box', RegularsBox);
  }

  protected override parts(): Promise<GameParts<BoxView>> {
    return Promise.all([import('../lib/game/game-play.ts'), import('./box.stage.ts')]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-box': RegularsBox;
  }
}
