import type { Drawings } from './drawing.ts';
import { stuff } from './paint.ts';
import {
  disc,
  each,
  flower,
  form,
  gleam,
  ground,
  leaf,
  line,
  oval,
  rect,
  row,
  shade,
  turn,
} from './shapes.ts';

const steam = (x: number, y: number): string => line(`M${x} ${y}c-12 -20 14 -28 2 -50`, '#fff', 7);
const bean = (x: number, y: number, a: number): string =>
  turn(a, x, y, oval(x, y, 16, 11, '#6a4029') + line(`M${x - 12} ${y}q6 -5 12 0t12 0`, '#3f2415', 3));

/** Things for coffee and tea. */
export const coffee: Drawings = {
  teapot: ({ main, deep, pale }) =>
    line('M270 216C350 190 350 310 262 300', deep, 18) +
    form('M128 268C84 262 86 206 52 190L74 178C112 188 112 226 140 230Z', main) +
    oval(200, 258, 88, 80, main) +
    shade('M222 180C268 190 288 222 288 260C288 308 246 338 204 338C246 306 250 228 222 180Z') +
    form('M152 194C156 168 244 168 248 194Z', deep) +
    disc(200, 162, 14, pale) +
    each(row(140, 30, 5), (x, i) => disc(x, 262 + (i % 2) * 14, 9, pale)) +
    gleam('M134 228C126 244 126 262 130 278', 10) +
    steam(56, 176),
  moka: ({ main, deep }) =>
    form(`M140 226H260L278 ${ground}H122Z`, stuff.steel) +
    form(`M200 226H260L278 ${ground}H212Z`, stuff.steelDeep) +
    line(`M168 226L158 ${ground - 2}`, '#e8edf6', 6) +
    rect(134, 212, 132, 20, 6, stuff.steelDeep) +
    form('M148 212L128 108H272L252 212Z', stuff.steel) +
    form('M204 212L212 108H272L252 212Z', stuff.steelDeep) +
    form('M128 108L100 96L132 132Z', stuff.steel) +
    form('M124 110C140 86 260 86 276 110Z', stuff.steelDeep) +
    disc(200, 82, 12, main) +
    form('M272 116H322Q336 116 332 132L312 222H290L304 146H266Z', main) +
    shade('M300 116H322Q336 116 332 132L312 222H300Z') +
    disc(152, 290, 6, deep) +
    steam(94, 88),
  mug: ({ main, deep, pale }) =>
    line('M280 226C350 214 350 312 272 304', main, 22) +
    form('M92 196H296C296 286 270 338 194 338C118 338 92 286 92 196Z', main) +
    shade('M232 196H296C296 286 270 338 206 338C236 300 240 240 232 196Z') +
    form(
      'M92 196H296C296 214 294 230 291 244C270 232 258 262 236 248C214 236 206 268 184 254C160 238 148 266 128 250C116 242 104 250 97 244C94 230 92 214 92 196Z',
      pale,
    ) +
    oval(194, 196, 102, 24, deep) +
    oval(194, 200, 86, 16, '#7a4a2d') +
    gleam('M116 268C122 290 132 306 144 316', 10) +
    steam(160, 170) +
    steam(214, 162),
  'coffee-bag': ({ main, deep, pale }) =>
    form(`M112 124H288L300 ${ground}H100Z`, main) +
    shade(`M236 124H288L300 ${ground}H240Z`) +
    form('M118 86H282L288 130H112Z', deep) +
    rect(112, 80, 176, 18, 6, pale) +
    disc(200, 226, 58, stuff.paper) +
    form('M154 250A52 52 0 0 1 246 250Z', '#ff9a5c') +
    each(row(-60, 30, 5), (a) => turn(a, 200, 250, line('M200 186V174', '#ff9a5c', 6))) +
    line('M150 252H250', main, 6) +
    each([164, 188, 212, 236], (x) => line(`M${x} 252V268`, main, 5)) +
    line('M160 306H240', pale, 8) +
    bean(70, 322, 20) +
    bean(334, 324, -30) +
    bean(352, 304, 50),
  'tea-tin': ({ main, deep, pale }) =>
    rect(122, 150, 156, 188, 14, main) +
    shade('M232 150H264Q278 150 278 164V324Q278 338 264 338H232Z') +
    rect(114, 128, 172, 36, 10, deep) +
    rect(138, 104, 124, 30, 10, pale) +
    oval(200, 250, 54, 62, stuff.paper) +
    line('M200 300V216', stuff.leafDeep, 4) +
    leaf(200, 282, 50, -58, stuff.leafPale, 0.5) +
    leaf(200, 258, 46, 58, stuff.leaf, 0.6) +
    flower(188, 214, 16, '#ffe27a', stuff.brass, 5) +
    flower(212, 226, 14, '#ffe27a', stuff.brass, 5) +
    turn(-16, 330, 320, leaf(326, 336, 60, 40, '#c9bf6a', 0.4)) +
    disc(78, 328, 10, '#ffe27a'),
  grinder: ({ main, deep }) =>
    line('M204 96V70H308', stuff.dark, 10) +
    disc(312, 70, 20, main) +
    form('M134 190C134 120 274 120 274 190Z', stuff.brass) +
    shade('M214 138C250 142 274 160 274 190H222Z') +
    rect(186, 92, 36, 46, 8, stuff.brassDeep) +
    rect(126, 186, 156, 18, 6, stuff.brassDeep) +
    form(`M134 204H274L284 322H124Z`, main) +
    shade('M222 204H274L284 322H226Z') +
    rect(160, 250, 88, 54, 6, deep) +
    disc(204, 277, 9, stuff.brass) +
    rect(112, 318, 184, 20, 8, deep) +
    gleam('M154 178C156 160 168 152 180 148') +
    bean(74, 326, -20) +
    bean(98, 310, 40),
  'pour-over': ({ main, deep }) =>
    form('M126 96H274L222 190H178Z', main) +
    each([150, 176, 224, 250], (x) => line(`M${x} 108L${200 + (x - 200) * 0.4} 180`, deep, 5)) +
    shade('M230 96H274L222 190H206Z') +
    line('M270 116C316 112 312 168 250 156', main, 12) +
    rect(136, 186, 128, 16, 8, deep) +
    rect(116, 84, 168, 18, 9, stuff.white) +
    form(
      'M150 202H250C250 230 290 250 290 296C290 322 276 338 252 338H148C124 338 110 322 110 296C110 250 150 230 150 202Z',
      '#dff1ff',
    ) +
    form('M114 282H286C292 318 276 338 252 338H148C124 338 108 318 114 282Z', '#7a4a2d') +
    line('M200 204V276', '#7a4a2d', 5) +
    oval(200, 282, 86, 10, '#935c3b') +
    gleam('M140 256C132 266 128 276 128 288', 9),
  'travel-cup': ({ main, deep, pale }) =>
    form(`M132 140H268L250 ${ground}H150Z`, main) +
    shade(`M220 140H268L250 ${ground}H214Z`) +
    form('M139 206H261L255 272H145Z', pale) +
    shade('M219 206H261L255 272H217Z') +
    line('M160 238q10 -14 20 0t20 0t20 0t20 0', deep, 6) +
    rect(122, 118, 156, 28, 10, stuff.dark) +
    form('M138 118L148 88H252L262 118Z', stuff.dark) +
    rect(166, 92, 40, 12, 6, deep) +
    gleam('M156 156L162 198', 8),
};
