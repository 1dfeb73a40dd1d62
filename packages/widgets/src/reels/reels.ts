import type { ReelsView } from '@regulars/core';
import type { PropertyDeclarations } from 'lit';
import { defineElement } from '../define.ts';
import { GameElement, type GameParts } from '../lib/game/game-element.ts';

/**
 * A slot machine. The server draws; the three reels stop at the symbol of the prize that it is told, never one short
 * of another. Each symbol stands beside its prize in the table of odds.
 *
 * @element regulars-reels
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-reels-draw - Request, before the draw; cancelable.
 * @fires regulars-reels-settled - The reels stand still and the result is in words.
 * @fires regulars-reels-claim - Request, before the prize is claimed; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart stage - Box of the reels.
 * @csspart button - The button that draws, then claims.
 * @csspart result - The result in words.
 * @csspart code - The code.
 * @csspart odds - Table of the odds.
 */
export class RegularsReels extends GameElement<ReelsView> {
  static override properties: PropertyDeclarations = { spinMs: { attribute: false } };

  /** Length of the longest reel's run, ms (default 2800). */
  declare spinMs: number;
  protected override readonly titleKey = 'reels.machine';

  constructor() {
    super();
    this.spinMs = 2800;
  }

  /** @internal */
  override get motionMs(): number {
    return this.spinMs;
  }

  /** Registers `<regulars-reels>`. */
  static define(): void {
    defineElement('regulars-reels', RegularsReels);
  }

  protected override parts(): Promise<GameParts<ReelsView>> {
    return Promise.all([import('../lib/game/game-play.ts'), import('./reels.stage.ts')]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-reels': RegularsReels;
  }
}
