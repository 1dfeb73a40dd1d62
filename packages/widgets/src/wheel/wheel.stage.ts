import type { WheelView } from '@regulars/core';
import { html } from 'lit';
import { oddsRows } from '../lib/game/game.view.ts';
import type { Play, Stage } from '../lib/game/stage.ts';
import { disc } from './disc.template.ts';
import { cutSectors, restingAngle } from './sectors.ts';
import { colourOf } from './wheel.view.ts';
import { styles } from './wheel-play.styles.ts';

export { styles };

/** Whole turns before the wheel comes to rest. */
const TURNS = 6;

/** Where the disc must rest; `undefined`: nothing is drawn. */
function angleOf(view: WheelView): number | undefined {
  const sector = cutSectors(oddsRows(view)).sectors[view.prizeIndex ?? -1];
  return sector && restingAngle(sector, TURNS);
}

/** The disc, and how it turns. */
export const stage = ({ element, text }: Play<WheelView>): Stage<WheelView> => {
  const turning = (): SVGGElement | null => element.renderRoot.querySelector<SVGGElement>('.disc');
  return {
    drawKey: 'wheel.spin',
    render: ({ rows }) => disc(rows, text),
    mark: (index, count) => html`<i class="mark c${colourOf(index, count)}"></i>`,
    note: ({ rows }) => (cutSectors(rows).equal ? 'wheel.equal-sectors' : undefined),
    updated(view) {
      const angle = angleOf(view);
      // At rest before it turns, so that a reload and a still wheel stand right.
      if (angle !== undefined) turning()?.style.setProperty('transform', `rotate(${angle % 360}deg)`);
    },
    bringOut(view) {
      const angle = angleOf(view);
      if (angle === undefined) return undefined;
      return turning()?.animate([{ transform: 'rotate(0deg)' }, { transform: `rotate(${angle}deg)` }], {
        duration: element.motionMs,
        easing: 'cubic-bezier(0.12, 0.72, 0.1, 1)',
      });
    },
  };
};
