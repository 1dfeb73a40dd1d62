import type { ReelsView } from '@regulars/core';
import { html, svg, type TemplateResult } from 'lit';
import type { GameShow } from '../lib/game/game.view.ts';
import type { Play, Stage } from '../lib/game/stage.ts';
import { reelOf, symbolOf } from './reels.view.ts';

export { styles } from './reels.styles.ts';

/** The machine with its three reels. */
export const stage = ({ element, text }: Play<ReelsView>): Stage<ReelsView> => ({
  drawKey: 'reels.pull',
  render({ rows }: GameShow, { prizeIndex, state }: ReelsView): TemplateResult {
    const reels = [0, 1, 2].map((reel) =>
      prizeIndex === undefined ? [symbolOf(reel)] : reelOf(reel, prizeIndex, rows.length),
    );
    return html`<div class="machine ${state}" role="img" aria-label=${text('reels.three')}>
      ${reels.map((strip) => html`<div class="window"><div class="strip">${strip.map(symbol)}</div></div>`)}
    </div>`;
  },
  mark: (index) => html`<span class="mark">${symbol(symbolOf(index))}</span>`,
  bringOut() {
    const strips = [...element.renderRoot.querySelectorAll('.strip')];
    const runs = strips.map((strip, reel) => {
      const far = 100 - 100 / Math.max(strip.childElementCount, 1);
      return strip.animate([{ transform: `translateY(${far}%)` }, { transform: 'translateY(0)' }], {
        duration: element.motionMs * (0.6 + reel * 0.2),
        easing: 'cubic-bezier(0.15, 0.6, 0.2, 1)',
      });
    });
    return runs.at(-1);
  },
});

const shapes = [
  svg`<path d="m24 6 5.6 11.5 12.6 1.8-9.1 8.9 2.1 12.6L24 34.9l-11.2 5.9 2.1-12.6-9.1-8.9 12.6-1.8Z" />`,
  svg`<path d="M24 41S6 30 6 17.5C6 8 19 5 24 14c5-9 18-6 18 3.500C42 30 24 41 24 41Z" />`,
  svg`<path d="M24 5 42 24 24 43 6 24Z" />`,
  svg`<path d="M24 6a12 12 0 0 1 12 12c0 9 3 12 5 15H7c2-3 5-6 5-15A12 12 0 0 1 24 6Zm-5 30h10a5 5 0 0 1-10 0Z" />`,
  svg`<path d="M24 25c-3-15-18-14-16-5 1 6 10 6 16 5Zm0 0c15-3 14-18 5-16-6 1-6 10-5 16Zm0 0c3 15 18 14 16 5-1-6-10-6-16-5Zm0 0c-15 3-14 18-5 16 6-1 6-10 5-16Z" />`,
  svg`<path d="M6 38V14l10 9 8-14 8 14 10-9v24Z" />`,
];

const symbol = (index: number): TemplateResult =>
  html`<svg class="symbol c${index}" viewBox="0 0 48 48" aria-hidden="true">${shapes[index]}</svg>`;
