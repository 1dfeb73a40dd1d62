import type { WheelView } from '@regulars/core';
import { type CSSResultGroup, html, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { buttons } from '../lib/button.styles.ts';
import { card } from '../lib/card.styles.ts';
import { game } from '../lib/game/game.styles.ts';
import { type GameShow, oddsRows } from '../lib/game/game.view.ts';
import { GameElement } from '../lib/game/game-element.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { cutSectors, pointAt, restingAngle, type Sector } from './sectors.ts';
import { styles } from './wheel.styles.ts';
import { colourOf, shorten } from './wheel.view.ts';

/** Whole turns before the wheel comes to rest. */
const TURNS = 6;

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
  static override styles: CSSResultGroup = [tokens, buttons, card, game, styles];

  /** Length of the turn, ms (default 4600). */
  declare spinMs: number;
  protected override readonly drawKey = 'wheel.spin';
  protected override readonly titleKey = 'wheel.prize-wheel';

  constructor() {
    super();
    this.spinMs = 4600;
  }

  /** Registers `<regulars-wheel>`. */
  static define(): void {
    defineElement('regulars-wheel', RegularsWheel);
  }

  protected override stage({ rows }: GameShow): TemplateResult {
    const count = rows.length;
    const { sectors } = cutSectors(rows);
    return html`<svg viewBox="-108 -112 216 220" role="img" aria-label=${this.safeHost.text('wheel.wheel-of', { count })}>
      <g class="disc">${sectors.map((sector, index) => slice(sector, colourOf(index, count)))}<circle class="rim" r="102" /></g>
      <circle class="hub" r="13" /><path class="pointer" d="M0 -94 -9 -112H9Z" />
    </svg>`;
  }

  protected override mark(index: number, count: number): TemplateResult {
    return html`<i class="mark c${colourOf(index, count)}"></i>`;
  }

  protected override note({ rows }: GameShow): string | undefined {
    return cutSectors(rows).equal ? 'wheel.equal-sectors' : undefined;
  }

  protected override updated(): void {
    const view = this.shownView;
    const angle = view ? this.#angle(view) : undefined;
    // At rest before it turns, so that a reload and a still wheel stand right.
    if (angle !== undefined) this.#disc()?.style.setProperty('transform', `rotate(${angle % 360}deg)`);
    super.updated();
  }

  protected override bringOut(view: WheelView): Animation | undefined {
    const angle = this.#angle(view);
    if (angle === undefined) return undefined;
    return this.#disc()?.animate([{ transform: 'rotate(0deg)' }, { transform: `rotate(${angle}deg)` }], {
      duration: this.spinMs,
      easing: 'cubic-bezier(0.12, 0.72, 0.1, 1)',
    });
  }

  #disc(): SVGGElement | null {
    return this.renderRoot.querySelector<SVGGElement>('.disc');
  }

  /** Where the disc must rest; `undefined`: nothing is drawn. */
  #angle(view: WheelView): number | undefined {
    const sector = cutSectors(oddsRows(view)).sectors[view.prizeIndex ?? -1];
    return sector && restingAngle(sector, TURNS);
  }
}

function slice(sector: Sector, colour: number): TemplateResult {
  const middle = (sector.from + sector.to) / 2;
  const { x, y } = pointAt(middle, 89);
  // Words run from the rim inwards along the middle of the sector.
  return svg`<path class="c${colour}" d=${sector.path} /><text class="c${colour}" x=${x} y=${y}
    transform="rotate(${middle - 90} ${x} ${y})">${shorten(sector.label)}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-wheel': RegularsWheel;
  }
}
