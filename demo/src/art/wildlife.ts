import type { Drawings } from './drawing.ts';
import { stuff } from './paint.ts';
import { disc, each, form, gleam, ground, leaf, line, oval, rect, row, shade, turn } from './shapes.ts';

/** A small bird that looks to the right, its feet on (x, y). */
const bird = (x: number, y: number, back: string, belly: string, scale = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">` +
  line('M-6 0V-14M8 0V-14', stuff.dark, 4) +
  form('M-30 -22L-66 -6L-60 -24L-34 -44Z', back) +
  oval(0, -34, 38, 27, back) +
  form('M-18 -16C-4 -4 30 -8 36 -34C20 -38 -6 -34 -18 -16Z', belly) +
  disc(26, -58, 21, back) +
  disc(32, -54, 12, belly) +
  form('M44 -62L60 -55L44 -50Z', stuff.brass) +
  disc(30, -63, 4, stuff.dark) +
  form('M-30 -40C-14 -58 10 -52 14 -36C2 -20 -18 -24 -30 -40Z', '#1d244533') +
  '</g>';
const bee = (x: number, y: number, a: number): string =>
  turn(
    a,
    x,
    y,
    oval(x - 5, y - 12, 9, 12, '#ffffffcc') +
      oval(x + 7, y - 12, 8, 11, '#ffffffcc') +
      oval(x, y, 17, 11, '#ffc933') +
      line(`M${x - 4} ${y - 9}V${y + 9}M${x + 6} ${y - 8}V${y + 8}`, stuff.dark, 4),
  );
const butterfly = (x: number, y: number, wing: string, dot: string): string =>
  turn(
    -14,
    x,
    y,
    oval(x - 22, y - 16, 22, 24, wing) +
      oval(x + 22, y - 16, 22, 24, wing) +
      oval(x - 16, y + 16, 15, 16, wing) +
      oval(x + 16, y + 16, 15, 16, wing) +
      disc(x - 24, y - 18, 9, dot) +
      disc(x + 24, y - 18, 9, dot) +
      rect(x - 4, y - 26, 8, 54, 4, stuff.dark) +
      line(`M${x} ${y - 26}q-8 -16 -16 -18M${x} ${y - 26}q8 -16 16 -18`, stuff.dark, 3),
  );

/** Things for birds, bees and those who watch them. */
export const wildlife: Drawings = {
  feeder: ({ main, deep }) =>
    rect(44, 40, 312, 250, 10, '#e6f3ff') +
    line('M90 60L60 120M140 56L70 190', '#ffffff', 10) +
    line('M200 40V290', '#c3ccdd', 8) +
    rect(44, 40, 312, 250, 10, 'none') +
    form('M96 150L200 96L304 150Z', main) +
    shade('M200 96L304 150H216Z') +
    rect(112, 150, 176, 110, 0, '#ffffff88') +
    rect(112, 150, 12, 110, 0, deep) +
    rect(276, 150, 12, 110, 0, deep) +
    disc(140, 132, 11, stuff.steelDeep) +
    disc(260, 132, 11, stuff.steelDeep) +
    oval(200, 256, 70, 14, '#d9b36b') +
    each(row(146, 14, 9), (x, i) => oval(x, 250 - (i % 3) * 3, 6, 4, i % 2 ? '#8a6a35' : '#4d3b20')) +
    bird(196, 254, '#5f86c4', '#ffd95e', 1.05) +
    rect(96, 256, 208, 22, 8, main) +
    shade('M230 256H296Q304 256 304 264V270Q304 278 296 278H230Z') +
    rect(30, 288, 340, 18, 6, stuff.white),
  birdhouse: ({ main, deep, pale }) =>
    rect(188, 290, 24, 48, 2, stuff.woodDeep) +
    rect(120, 326, 160, 12, 6, stuff.woodDeep) +
    rect(116, 150, 168, 154, 6, main) +
    each([172, 228], (x) => line(`M${x} 156V300`, deep, 3)) +
    shade('M232 150H278Q284 150 284 156V298Q284 304 278 304H232Z') +
    form('M92 166L200 66L308 166L294 182L200 96L106 182Z', stuff.dark) +
    form('M116 172L200 96L284 172V156H116Z', main) +
    disc(200, 194, 34, pale) +
    disc(200, 194, 27, stuff.dark) +
    line('M200 248H236', stuff.wood, 10) +
    disc(200, 200, 17, '#8d6a50') +
    form('M194 202L214 206L196 212Z', stuff.brass) +
    disc(196, 194, 4, '#fff') +
    bird(290, 140, '#8d6a50', '#f1dfc4', 0.9),
  'bee-hotel': ({ main }) =>
    form('M84 156L200 66L316 156Z', main) +
    shade('M200 66L316 156H214Z') +
    rect(100, 152, 200, 186, 4, stuff.wood) +
    rect(112, 164, 176, 162, 2, '#6d4a2c') +
    each(
      row(0, 1, 20),
      (i) =>
        disc(128 + (i % 5) * 17, 180 + Math.floor(i / 5) * 17, 7, '#e5c58b') +
        disc(128 + (i % 5) * 17, 180 + Math.floor(i / 5) * 17, 3, stuff.dark),
    ) +
    rect(208, 168, 76, 70, 3, '#c98f55') +
    each([224, 246, 268], (x, i) =>
      each([186, 208, 228], (y, j) => disc(x, y, (i + j) % 2 ? 5 : 7, '#4a2f1a')),
    ) +
    rect(116, 246, 80, 76, 3, '#a86f3c') +
    each([134, 156, 178], (x) =>
      each([262, 284, 306], (y) => oval(x, y, 11, 9, '#7a4f2a') + oval(x, y - 3, 9, 4, '#c08950')),
    ) +
    each(row(212, 12, 6), (x) => rect(x, 246, 8, 76, 4, '#d8b36c')) +
    line('M200 152V338M100 242H300', stuff.woodDeep, 6) +
    bee(66, 130, -14) +
    bee(336, 208, 12) +
    bee(316, 96, 24),
  'butterfly-bar': ({ main, deep, pale }) =>
    line('M200 330V250', stuff.leafDeep, 10) +
    leaf(200, 318, 66, -60, stuff.leaf, 0.45) +
    leaf(200, 300, 60, 60, stuff.leaf, 0.45) +
    each(row(-100, 40, 6), (a) => turn(a, 200, 236, oval(200, 176, 32, 56, main))) +
    oval(200, 236, 122, 36, deep) +
    oval(200, 230, 110, 28, pale) +
    form('M150 234C150 206 196 206 196 234Z', '#ff9a3c') +
    line('M173 232V214M158 230L166 218M188 230L180 218', '#ffd7a8', 4) +
    disc(232, 226, 16, stuff.red) +
    disc(256, 232, 11, '#7b4b94') +
    butterfly(286, 128, '#ff8a3c', '#2f55d4') +
    butterfly(104, 120, '#ffd95e', '#ff6f52') +
    rect(150, 326, 100, 12, 6, stuff.woodDeep),
  'bird-bath': ({ main, deep, pale }) =>
    form(`M176 274H224L244 ${ground}H156Z`, deep) +
    form('M54 208H346C336 260 282 284 200 284C118 284 64 260 54 208Z', main) +
    shade('M250 208H346C336 260 282 284 216 284C246 262 254 236 250 208Z') +
    oval(200, 208, 146, 32, pale) +
    oval(200, 210, 128, 24, '#bfe6ff') +
    oval(142, 208, 34, 12, '#8d99b4') +
    oval(142, 203, 34, 12, '#b3bdd2') +
    line('M214 218q14 -6 28 0M262 206q12 -5 24 0', '#fff', 5) +
    bird(140, 204, '#c4573f', '#f7d9bd', 1.15) +
    each(
      [
        [206, 150],
        [232, 172],
        [222, 122],
        [252, 140],
      ].map((_, i) => i),
      (i) => leaf([206, 232, 220, 256][i] ?? 0, [150, 176, 120, 146][i] ?? 0, 16, 180, '#7cc4ff', 0.5),
    ),
  'seed-sack': ({ main, deep, pale }) =>
    form(
      'M120 128C104 190 92 270 106 322Q110 338 126 338H274Q290 338 294 322C308 270 296 190 280 128Z',
      '#e7d3ab',
    ) +
    shade('M236 128H280C296 190 308 270 294 322Q290 338 274 338H240C254 270 252 190 236 128Z') +
    form('M112 140C130 100 118 84 128 70L160 84L200 68L240 84L272 70C282 84 270 100 288 140Z', '#d5bc8b') +
    rect(112, 126, 176, 16, 8, stuff.woodDeep) +
    each(row(0, 30, 12), (a) =>
      turn(a, 200, 240, form('M200 206C190 194 190 180 200 166C210 180 210 194 200 206Z', main)),
    ) +
    disc(200, 240, 38, deep) +
    disc(200, 240, 30, '#6a4029') +
    each(row(0, 1, 9), (i) => disc(186 + (i % 3) * 14, 226 + Math.floor(i / 3) * 14, 3, pale)) +
    each([58, 82, 330, 352, 70], (x, i) =>
      turn(i * 40, x, 330, oval(x, i === 4 ? 316 : 330, 11, 6, '#efe1c4')),
    ),
  'field-guide': ({ main, deep, pale }) =>
    rect(102, 80, 196, 258, 10, deep) +
    rect(112, 86, 182, 246, 4, stuff.paper) +
    rect(94, 74, 190, 264, 10, main) +
    rect(94, 74, 26, 264, 8, deep) +
    shade('M240 74H274Q284 74 284 84V328Q284 338 274 338H240Z') +
    rect(136, 104, 130, 26, 6, pale) +
    line('M152 117H250', deep, 6) +
    line('M132 282C180 268 220 290 270 274', stuff.woodDeep, 9) +
    leaf(254, 276, 34, 40, stuff.leafPale, 0.5) +
    bird(196, 278, '#ff8a3c', '#fff1dc', 1.2) +
    disc(160, 164, 10, '#fff6d6') +
    form('M256 338V362L264 354L272 362V338Z', stuff.red),
  binoculars: ({ main, deep }) =>
    line('M96 150C60 60 340 60 304 150', stuff.woodDeep, 8) +
    each(
      [128, 272],
      (x) =>
        rect(x - 30, 112, 60, 44, 10, deep) +
        form(`M${x - 34} 152H${x + 34}L${x + 62} 306H${x - 62}Z`, main) +
        rect(x - 66, 296, 132, 42, 14, deep) +
        oval(x, 306, 50, 14, '#a9d4ff') +
        oval(x - 14, 303, 16, 5, '#fff') +
        rect(x - 34, 150, 68, 12, 3, stuff.brass),
    ) +
    shade('M284 152H306L334 306H296Z') +
    shade('M140 152H162L190 306H152Z') +
    rect(176, 172, 48, 88, 10, deep) +
    disc(200, 196, 18, stuff.brass) +
    each(row(188, 8, 4), (x) => line(`M${x} 188V204`, stuff.brassDeep, 3)) +
    gleam('M104 176L90 262', 8),
};
