import type { BoxView } from '@regulars/core';
import { html, svg, type TemplateResult } from 'lit';
import type { GameShow } from '../lib/game/game.view.ts';
import type { Play, Stage } from '../lib/game/stage.ts';
import { boxesOf } from './box.view.ts';

export { styles } from './box.styles.ts';

/** The wrapped boxes. */
export const stage = (play: Play<BoxView>): Stage<BoxView> => new BoxStage(play);

class BoxStage implements Stage<BoxView> {
  readonly #play: Play<BoxView>;
  #chosen = 0;

  constructor(play: Play<BoxView>) {
    this.#play = play;
  }

  render({ button, age }: GameShow, { prizeIndex, state, props }: BoxView): TemplateResult {
    const { text, agreed } = this.#play;
    const ready = button?.act === 'draw' && button.enabled && (age === undefined || agreed);
    const open = prizeIndex !== undefined;
    const all = boxesOf(props.boxes);
    return html`<p class="small quiet choose">${ready ? text('box.choose') : ''}</p>
      <div class="boxes n${all.length}" role="group" aria-label=${text('box.boxes')}>${all.map(
        (
          index,
        ) => html`<button type="button" part="box" class="gift g${index % 3} ${index === this.#chosen && (open || state === 'drawing') ? 'chosen' : ''} ${open ? 'open' : ''}"
        aria-disabled=${String(!ready)} aria-label=${text('box.box', { index: index + 1 })} @click=${() => ready && this.#open(index)}>${gift}</button>`,
      )}</div>`;
  }

  note(): string {
    return 'box.note';
  }

  bringOut(): Animation | undefined {
    const { renderRoot, motionMs } = this.#play.element;
    return renderRoot
      .querySelector('.chosen .lid')
      ?.animate(
        [
          { transform: 'rotate(0) translateY(0)' },
          { transform: 'rotate(-4deg)', offset: 0.2 },
          { transform: 'rotate(4deg)', offset: 0.4 },
          { transform: 'rotate(-14deg) translateY(-34px)' },
        ],
        { duration: motionMs, easing: 'ease-in-out' },
      );
  }

  #open(index: number): void {
    this.#chosen = index;
    this.#play.act('draw');
  }
}

const gift = html`<svg viewBox="0 0 100 108" aria-hidden="true">${svg`<path class="body" d="M12 46H88V98a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6Z" /><path class="band" d="M43 46h14v58H43Z" />
  <g class="lid"><rect class="cap" x="6" y="30" width="88" height="19" rx="5" /><path class="band" d="M43 30h14v19H43Z" /><path class="bow" d="M50 30C34 30 24 22 29 13s21 3 21 17c0-14 16-26 21-17s-5 17-21 17Z" /></g>`}</svg>`;
