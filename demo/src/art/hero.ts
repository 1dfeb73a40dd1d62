import { products } from '../catalog/products.ts';
import { paints } from './paint.ts';
import { drawings } from './product-art.ts';
import { disc, each, line, move, oval, rect, row } from './shapes.ts';

/** Draws a product's picture without sky and ledge. */
function thing(art: string): string {
  const product = products.find((each) => each.art === art);
  return drawings[art]?.(paints[product?.colour ?? 'cobalt']) ?? '';
}

/** A house front across the street, its windows lit at night. */
function house(x: number, top: number, width: number, floor: number, tone: string): string {
  const columns = Math.max(1, Math.floor((width - 30) / 58));
  const rows = Math.max(1, Math.floor((floor - top - 40) / 84));
  const gap = (width - columns * 34) / (columns + 1);
  const windows = each(row(0, 1, columns), (c) =>
    each(row(0, 1, rows), (r) => {
      const lit = (c * 7 + r * 5 + width) % 3 === 0 ? 'w lit' : 'w';
      return `<rect class="${lit}" x="${x + gap + c * (34 + gap)}" y="${top + 34 + r * 84}" width="34" height="50" rx="17"/>`;
    }),
  );
  return `<path class="${tone}" d="M${x} ${top}H${x + width}V${floor}H${x}Z"/>${windows}`;
}

const sheet =
  '<style>.sky{fill:#bcdcff}.far{fill:#a5cbf7}.near{fill:#8fb6ee}.w{fill:#d8eaff}.sun{fill:#ffd45c}.halo{fill:#ffe9a8;fill-opacity:.55}.cloud{fill:#fff;fill-opacity:.85}.top{fill:#fff}.front{fill:#e3e8f6}.night{display:none}' +
  '@media (prefers-color-scheme:dark){.sky{fill:#222c66}.far{fill:#2f3c7f}.near{fill:#3b4a94}.w{fill:#2a3674}.lit{fill:#ffd97a}.sun{fill:#f4eecb}.halo{fill:#f4eecb;fill-opacity:.16}.cloud{fill:#4a5aa6;fill-opacity:.7}.top{fill:#d5dbf2}.front{fill:#a3acd0}.night{display:inline}}</style>';

function backdrop(width: number, height: number, sunX: number): string {
  const cloud = (x: number, y: number): string =>
    `<g class="cloud">${oval(x, y, 70, 20, 'inherit')}${oval(x + 30, y - 18, 40, 24, 'inherit')}</g>`.replaceAll(
      ' fill="inherit"',
      '',
    );
  const stars = each(row(0, 1, 26), (i) =>
    disc(width * 0.42 + ((i * 193) % (width * 0.58)), 20 + ((i * 71) % 220), 2 + (i % 2), '#fff'),
  );
  return (
    `<path class="sky" d="M0 0H${width}V${height}H0Z"/><g class="night">${stars}</g>` +
    `<circle class="halo" cx="${sunX}" cy="130" r="112"/><circle class="sun" cx="${sunX}" cy="130" r="66"/>` +
    cloud(width * 0.56, 190) +
    cloud(width * 0.86, 96)
  );
}

function ledge(width: number, height: number, floor: number): string {
  return `<path class="top" d="M0 ${floor}H${width}V${floor + 30}H0Z"/><path class="front" d="M0 ${floor + 30}H${width}V${height}H0Z"/>`;
}

/** Stands a product on the ledge; `x` is its left side. */
function stand(art: string, x: number, floor: number, scale: number): string {
  return move(x, floor + 14 - 338 * scale, thing(art), scale);
}

function wide(): string {
  const floor = 500;
  const houses =
    house(660, 250, 150, floor, 'far') +
    house(830, 170, 190, floor, 'near') +
    house(1040, 270, 140, floor, 'far') +
    house(1200, 210, 220, floor, 'near') +
    house(1440, 290, 160, floor, 'far');
  const things =
    stand('lantern', 668, floor, 0.62) +
    stand('watering-can', 800, floor, 0.72) +
    stand('olive-tree', 960, floor, 1) +
    stand('mug', 1232, floor, 0.46) +
    stand('cactus', 1340, floor, 0.5) +
    stand('notebook', 1474, floor, 0.36);
  const bulbs = ['#ff6f52', '#ffc933', '#5aa676', '#a88ee4', '#ff6f52', '#ffc933', '#5aa676'];
  const chain =
    line('M720 -10C860 140 1120 150 1300 20', '#1d2445', 5) +
    each(row(0, 1, 7), (i) => {
      const t = 0.12 + i * 0.13;
      const u = 1 - t;
      const x = u ** 3 * 720 + 3 * u * u * t * 860 + 3 * u * t * t * 1120 + t ** 3 * 1300;
      const y = u ** 3 * -10 + 3 * u * u * t * 140 + 3 * u * t * t * 150 + t ** 3 * 20;
      return (
        disc(x, y + 26, 40, '#fff1b333') +
        rect(x - 7, y, 14, 12, 3, '#1d2445') +
        oval(x, y + 28, 18, 21, bulbs[i] ?? '')
      );
    });
  return (
    backdrop(1600, 560, 1230) +
    houses +
    chain +
    ledge(1600, 560, floor) +
    things +
    move(1330, -26, thing('hanging-plant'), 0.86)
  );
}

function narrow(): string {
  const floor = 330;
  const houses =
    house(0, 150, 130, floor, 'far') +
    house(140, 90, 150, floor, 'near') +
    house(310, 170, 120, floor, 'far') +
    house(450, 120, 180, floor, 'near');
  const things =
    stand('watering-can', 10, floor, 0.52) +
    stand('olive-tree', 200, floor, 0.72) +
    stand('mug', 430, floor, 0.4) +
    move(440, -24, thing('hanging-plant'), 0.6);
  return backdrop(640, 380, 560) + houses + ledge(640, 380, floor) + things;
}

/** The picture of the home page: a balcony over the street, by day and by night. */
export function drawHero(shape: 'wide' | 'narrow'): string {
  const [w, h] = shape === 'wide' ? [1600, 560] : [640, 380];
  const inner = shape === 'wide' ? wide() : narrow();
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${sheet}${inner}</svg>`;
}
