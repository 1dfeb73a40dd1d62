import type { ScratchView } from '@regulars/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { GameShow } from '../lib/game/game.view.ts';
import type { Play, Stage } from '../lib/game/stage.ts';
import { isOpen, touchCells } from './scratch.view.ts';

export { styles } from './scratch.styles.ts';

/** Radius of the tip, share of the card's width. */
const TIP = 0.09;

/** The ticket and its foil. */
export const stage = (play: Play<ScratchView>): Stage<ScratchView> => new ScratchStage(play);

class ScratchStage implements Stage<ScratchView> {
  readonly drawKey = 'scratch.play';
  readonly revealKey = 'scratch.reveal';
  readonly #play: Play<ScratchView>;
  #cells: ReadonlySet<number> = new Set();
  #strokes = '';

  constructor(play: Play<ScratchView>) {
    this.#play = play;
  }

  render({ rows }: GameShow, { prizeIndex, win, state, label }: ScratchView): TemplateResult {
    const drawn = prizeIndex !== undefined;
    const open = drawn && this.#play.reveal.settled;
    return html`<div class="ticket ${state} ${open ? 'open' : ''}">
      ${drawn ? html`<p class="prize ${win ? 'win' : ''}" aria-hidden="true"><bdi>${label ?? rows[prizeIndex]?.label}</bdi></p>` : nothing}
      <svg class="foil" viewBox="0 0 160 100" preserveAspectRatio="none" aria-hidden="true"
        @pointerdown=${this.#begin} @pointermove=${this.#scratch}>
        <defs>
          <linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop class="s1" offset="0" /><stop class="s2" offset=".5" /><stop class="s1" offset="1" /></linearGradient>
          <mask id="left" maskUnits="userSpaceOnUse" x="0" y="0" width="160" height="100"><rect width="160" height="100" fill="#fff" /><path d=${this.#strokes || 'M0 0'} /></mask>
        </defs>
        <g mask="url(#left)"><rect width="160" height="100" fill="url(#sheen)" />${stars}</g>
      </svg>
    </div>
    <p class="small quiet hint">${drawn && !open ? this.#play.text('scratch.hint') : ''}</p>`;
  }

  readonly #begin = (event: PointerEvent): void => {
    const play = this.#play;
    const view = play.element.shownView;
    if (!view || event.button !== 0) return;
    // The first touch of a fresh card is the wish to play.
    const show = play.show(view);
    if (show.button?.act === 'draw' && show.button.enabled && show.age === undefined) play.act('draw');
    this.#stroke(event, 'M');
  };

  readonly #scratch = (event: PointerEvent): void => {
    if (event.buttons & 1) this.#stroke(event, this.#strokes ? 'L' : 'M');
  };

  /** Element coordinates: neither scrolling nor zoom nor the direction of the page moves the tip. */
  #stroke({ clientX, clientY, currentTarget }: PointerEvent, begin: 'M' | 'L'): void {
    const { element, reveal } = this.#play;
    if (element.shownView?.prizeIndex === undefined || reveal.settled) return;
    const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
    const [x, y] = [(clientX - left) / width, (clientY - top) / height];
    this.#strokes += `${begin}${(x * 160).toFixed(1)} ${(y * 100).toFixed(1)}${begin === 'M' ? 'l.1 0' : ''}`;
    this.#cells = touchCells(this.#cells, { x, y, radius: TIP * 1.2 });
    if (isOpen(this.#cells)) reveal.settle();
    element.requestUpdate();
  }
}

const stars = [18, 52, 86, 120].map(
  (x, index) => svg`<circle cx=${x + 12} cy=${index % 2 ? 66 : 30} r="9" class="dot" />`,
);
