import type { BoxView } from '@regulars/core';
import { type CSSResultGroup, html, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { buttons } from '../lib/button.styles.ts';
import { card } from '../lib/card.styles.ts';
import { game } from '../lib/game/game.styles.ts';
import type { GameShow } from '../lib/game/game.view.ts';
import { GameElement } from '../lib/game/game-element.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { styles } from './box.styles.ts';
import { boxesOf } from './box.view.ts';

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
  static override properties: PropertyDeclarations = {
    openMs: { attribute: false },
    chosen: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, buttons, card, game, styles];

  /** Length of the opening, ms (default 1100). */
  declare openMs: number;
  declare private chosen: number;
  protected override readonly titleKey = 'box.boxes';

  constructor() {
    super();
    this.openMs = 1100;
    this.chosen = 0;
  }

  /** Registers `<regulars-box>`. */
  static define(): void {
    defineElement('regulars-box', RegularsBox);
  }

  protected override stage(show: GameShow, view: BoxView): TemplateResult {
    const { text } = this.safeHost;
    const ready =
      show.button?.act === 'draw' && show.button.enabled && (show.age === undefined || this.agreed);
    const open = view.prizeIndex !== undefined;
    const all = boxesOf(view.props.boxes);
    return html`<p class="small quiet choose">${ready ? text('box.choose') : ''}</p>
      <div class="boxes n${all.length}" role="group" aria-label=${text('box.boxes')}>${all.map(
        (
          index,
        ) => html`<button type="button" part="box" class="gift g${index % 3} ${index === this.chosen && (open || view.state === 'drawing') ? 'chosen' : ''} ${open ? 'open' : ''}"
        aria-disabled=${String(!ready)} aria-label=${text('box.box', { index: index + 1 })} @click=${() => ready && this.#open(index)}>${gift}</button>`,
      )}</div>`;
  }

  protected override note(): string {
    return 'box.note';
  }

  protected override bringOut(): Animation | undefined {
    const lid = this.renderRoot.querySelector('.chosen .lid');
    return lid?.animate(
      [
        { transform: 'rotate(0) translateY(0)' },
        { transform: 'rotate(-4deg)', offset: 0.2 },
        { transform: 'rotate(4deg)', offset: 0.4 },
        { transform: 'rotate(-14deg) translateY(-34px)' },
      ],
      { duration: this.openMs, easing: 'ease-in-out' },
    );
  }

  #open(index: number): void {
    this.chosen = index;
    this.act('draw');
  }
}

const gift = html`<svg viewBox="0 0 100 108" aria-hidden="true">${svg`<path class="body" d="M12 46H88V98a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6Z" /><path class="band" d="M43 46h14v58H43Z" />
  <g class="lid"><rect class="cap" x="6" y="30" width="88" height="19" rx="5" /><path class="band" d="M43 30h14v19H43Z" /><path class="bow" d="M50 30C34 30 24 22 29 13s21 3 21 17c0-14 16-26 21-17s-5 17-21 17Z" /></g>`}</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'regulars-box': RegularsBox;
  }
}
