import type { WheelView } from '@regulars/core';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';
import { defineElement } from '../define.ts';
import { oddsRows } from '../lib/game/game.view.ts';
import { GameElement, type GameParts } from '../lib/game/game-element.ts';
import { disc } from './disc.template.ts';
import { styles } from './wheel.styles.ts';

/**
 * A prize wheel. The server draws; the wheel turns to the prize that it is told and says it in words, at once when
 * the visitor prefers less motion. Sectors are as wide as the odds, or the page says that they are not; the odds are
 * a table, the rules a link.
 *
 * @element regulars-wheel
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-wheel-draw - Request, before the draw; cancelable.
 * @fires regulars-wheel-settled - The wheel stands still and the result is in words.
 * @fires regulars-wheel-claim - Request, before the prize is claimed; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart stage - Box of the wheel.
 * @csspart button - The button that draws, then claims.
 * @csspart result - The result in words.
 * @csspart code - The code.
 * @csspart odds - Table of the odds.
 * @cssprop [--regulars-wheel-size=22em] - Largest width of the wheel.
 * @cssprop [--regulars-game-color-1=#3148c8] - First sector, white words; every game paints with these six.
 * @cssprop [--regulars-game-color-2=#f1c75b] - Second sector, dark words.
 * @cssprop [--regulars-game-color-3=#16795c] - Third sector, white words.
 * @cssprop [--regulars-game-color-4=#f5ede0] - Fourth sector, dark words.
 * @cssprop [--regulars-game-color-5=#ec9a80] - Fifth sector, dark words.
 * @cssprop [--regulars-game-color-6=#b7d5ee] - Sixth sector, dark words; then the first again.
 */
export class RegularsWheel extends GameElement<WheelView> {
  static override properties: PropertyDeclarations = { spinMs: { attribute: false } };
  static override styles: CSSResultGroup = [super.styles, styles];

  /** Length of the turn, ms (default 4600). */
  declare spinMs: number;
  protected override readonly titleKey = 'wheel.prize-wheel';

  constructor() {
    super();
    this.spinMs = 4600;
  }

  /** @internal */
  override get motionMs(): number {
    return this.spinMs;
  }

  /** Registers `<regulars-wheel>`. */
  static define(): void {
    defineElement('regulars-wheel', RegularsWheel);
  }

  protected override first(view: WheelView): unknown {
    return disc(oddsRows(view), this.safeHost.text);
  }

  protected override parts(): Promise<GameParts<WheelView>> {
    return Promise.all([import('../lib/game/game-play.ts'), import('./wheel.stage.ts')]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-wheel': RegularsWheel;
  }
}
