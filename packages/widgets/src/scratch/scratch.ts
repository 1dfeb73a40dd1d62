import type { ScratchView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { buttons } from '../lib/button.styles.ts';
import { card } from '../lib/card.styles.ts';
import { game } from '../lib/game/game.styles.ts';
import type { GameShow } from '../lib/game/game.view.ts';
import { GameElement } from '../lib/game/game-element.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { styles } from './scratch.styles.ts';
import { isOpen, touchCells } from './scratch.view.ts';

/** Radius of the tip, share of the card's width. */
const TIP = 0.09;

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
  static override styles: CSSResultGroup = [tokens, buttons, card, game, styles];

  protected override readonly drawKey = 'scratch.play';
  protected override readonly revealKey = 'scratch.reveal';
  protected override readonly titleKey = 'scratch.card';
  #cells: ReadonlySet<number> = new Set();
  #strokes = '';

  /** Registers `<regulars-scratch>`. */
  static define(): void {
    defineElement('regulars-scratch', RegularsScratch);
  }

  protected override stage({ rows }: GameShow, view: ScratchView): TemplateResult {
    const { prizeIndex, win, state } = view;
    const open = prizeIndex !== undefined && this.reveal.settled;
    const drawn = prizeIndex !== undefined;
    return html`<div class="ticket ${state} ${open ? 'open' : ''}">
      ${drawn ? html`<p class="prize ${win ? 'win' : ''}" aria-hidden="true">${view.label ?? rows[prizeIndex]?.label}</p>` : nothing}
      <svg class="foil" viewBox="0 0 160 100" preserveAspectRatio="none" aria-hidden="true"
        @pointerdown=${this.#begin} @pointermove=${this.#scratch}>
        <defs>
          <linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop class="s1" offset="0" /><stop class="s2" offset=".5" /><stop class="s1" offset="1" /></linearGradient>
          <mask id="left" maskUnits="userSpaceOnUse" x="0" y="0" width="160" height="100"><rect width="160" height="100" fill="#fff" /><path d=${this.#strokes || 'M0 0'} /></mask>
        </defs>
        <g mask="url(#left)"><rect width="160" height="100" fill="url(#sheen)" />${stars}</g>
      </svg>
    </div>
    <p class="small quiet hint">${drawn && !open ? this.safeHost.text('scratch.hint') : ''}</p>`;
  }

  readonly #begin = (event: PointerEvent): void => {
    const view = this.shownView;
    if (!view || event.button !== 0) return;
    // The first touch of a fresh card is the wish to play.
    const show = this.show(view);
    if (show.button?.act === 'draw' && show.button.enabled && show.age === undefined) this.act('draw');
    this.#stroke(event, 'M');
  };

  readonly #scratch = (event: PointerEvent): void => {
    if (event.buttons & 1) this.#stroke(event, this.#strokes ? 'L' : 'M');
  };

  /** Element coordinates: neither scrolling nor zoom nor the direction of the page moves the tip. */
  #stroke({ clientX, clientY, currentTarget }: PointerEvent, begin: 'M' | 'L'): void {
    const view = this.shownView;
    if (view?.prizeIndex === undefined || this.reveal.settled) return;
    const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
    const [x, y] = [(clientX - left) / width, (clientY - top) / height];
    this.#strokes += `${begin}${(x * 160).toFixed(1)} ${(y * 100).toFixed(1)}${begin === 'M' ? 'l.1 0' : ''}`;
    this.#cells = touchCells(this.#cells, { x, y, radius: TIP * 1.2 });
    if (isOpen(this.#cells)) this.reveal.settle();
    this.requestUpdate();
  }
}

const stars = [18, 52, 86, 120].map(
  (x, index) => svg`<circle cx=${x + 12} cy=${index % 2 ? 66 : 30} r="9" class="dot" />`,
);

declare global {
  interface HTMLElementTagNameMap {
    'regulars-scratch': RegularsScratch;
  }
}
