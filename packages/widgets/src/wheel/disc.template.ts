import { html, svg, type TemplateResult } from 'lit';
import type { OddsRow } from '../lib/game/game.view.ts';
import type { Text } from '../lib/types.ts';
import { cutSectors, pointAt, type Sector } from './sectors.ts';
import { colourOf, shorten } from './wheel.view.ts';

/** The wheel as it is drawn, its pointer at the top. */
export function disc(rows: readonly OddsRow[], text: Text): TemplateResult {
  const count = rows.length;
  const { sectors } = cutSectors(rows);
  return html`<svg viewBox="-108 -112 216 220" role="img" aria-label=${text('wheel.wheel-of', { count })}>
      <g class="disc">${sectors.map((sector, index) => slice(sector, colourOf(index, count)))}<circle class="rim" r="102" /></g>
      <circle class="hub" r="13" /><path class="pointer" d="M0 -94 -9 -112H9Z" />
    </svg>`;
}

function slice(sector: Sector, colour: number): TemplateResult {
  const middle = (sector.from + sector.to) / 2;
  const { x, y } = pointAt(middle, 89);
  // Words run from the rim inwards along the middle of the sector.
  return svg`<path class="c${colour}" d=${sector.path} /><text class="c${colour}" x=${x} y=${y}
    transform="rotate(${middle - 90} ${x} ${y})">${shorten(sector.label)}</text>`;
}
