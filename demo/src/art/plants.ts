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

const bush = (x: number, fill: string, deep: string): string =>
  each([-64, -34, 0, 34, 64], (a, i) => leaf(x, 262, 92 - Math.abs(a) * 0.4, a, i % 2 ? deep : fill, 0.5)) +
  each([-46, -14, 18, 48], (a, i) => leaf(x, 262, 62, a, i % 2 ? fill : deep, 0.55));

/** Things that grow. */
export const plants: Drawings = {
  'herb-tray': ({ main, deep }) =>
    bush(108, stuff.leaf, stuff.leafDeep) +
    bush(200, '#7b4b94', '#5c3372') +
    bush(292, '#a5d65f', '#7db33b') +
    each(
      [108, 200, 292],
      (x) =>
        form(`M${x - 38} 252H${x + 38}L${x + 28} 322H${x - 28}Z`, main) +
        shade(`M${x + 8} 252H${x + 38}L${x + 28} 322H${x + 8}Z`) +
        rect(x - 42, 244, 84, 18, 5, deep),
    ) +
    rect(52, 314, 296, 24, 8, stuff.wood) +
    rect(52, 328, 296, 10, 5, stuff.woodDeep),
  'olive-tree': ({ main, deep }) =>
    line('M202 270C196 230 210 210 198 172', stuff.woodDeep, 14) +
    line('M200 216C220 196 232 190 236 168', stuff.woodDeep, 8) +
    each(
      [
        [160, 150, 50],
        [236, 146, 52],
        [198, 112, 56],
        [200, 160, 46],
      ].map((_, i) => i),
      (i) =>
        disc(
          [160, 240, 198, 202][i] ?? 0,
          [152, 148, 112, 158][i] ?? 0,
          [48, 50, 54, 44][i] ?? 0,
          i % 2 ? '#7d9c74' : '#93b088',
        ),
    ) +
    each(row(0, 1, 18), (i) =>
      leaf(
        138 + ((i * 47) % 128),
        110 + ((i * 31) % 84),
        24,
        (i * 67) % 360,
        i % 3 ? '#5f8159' : '#b4cba6',
        0.3,
      ),
    ) +
    each(
      [
        [150, 160],
        [226, 124],
        [250, 172],
        [190, 90],
      ].map((_, i) => i),
      (i) => oval([150, 226, 252, 188][i] ?? 0, [166, 126, 170, 92][i] ?? 0, 8, 10, '#3b4a52'),
    ) +
    form(`M138 262H262L250 ${ground}H150Z`, main) +
    shade(`M214 262H262L250 ${ground}H214Z`) +
    rect(130, 250, 140, 24, 8, deep),
  strawberry: ({ main, deep, pale }) =>
    each([-74, -42, -8, 28, 62], (a, i) =>
      leaf(200, 240, 112, a, i % 2 ? stuff.leafDeep : stuff.leaf, 0.62),
    ) +
    flower(168, 168, 22, stuff.white, stuff.brass, 5) +
    flower(246, 186, 18, stuff.white, stuff.brass, 5) +
    form(`M112 228H288L268 ${ground}H132Z`, main) +
    each(row(150, 34, 4), (x) => disc(x, 300, 7, pale)) +
    shade(`M228 228H288L268 ${ground}H228Z`) +
    rect(102, 216, 196, 26, 10, deep) +
    each(
      [130, 214, 276],
      (x, i) =>
        line(`M${x} 230C${x - 6} 246 ${x} 250 ${x} ${262 + i * 8}`, stuff.leafDeep, 4) +
        form(
          `M${x - 22} ${262 + i * 8}Q${x} ${248 + i * 8} ${x + 22} ${262 + i * 8}Q${x + 18} ${292 + i * 8} ${x} ${304 + i * 8}Q${x - 18} ${292 + i * 8} ${x - 22} ${262 + i * 8}Z`,
          stuff.red,
        ) +
        each([-40, 0, 40], (a) => leaf(x, 258 + i * 8, 16, 180 + a, stuff.leaf)) +
        each([-8, 8, 0], (dx, j) => oval(x + dx, 274 + i * 8 + j * 8, 2, 3, '#ffd7a8')),
    ),
  'seed-packet': ({ main, deep }) =>
    turn(-12, 150, 300, rect(84, 130, 130, 200, 8, stuff.leafPale) + rect(84, 130, 130, 26, 8, stuff.leaf)) +
    turn(
      7,
      230,
      300,
      rect(154, 112, 158, 226, 8, stuff.paper) +
        rect(154, 112, 158, 34, 8, main) +
        each(row(164, 20, 8), (x) => disc(x, 146, 10, stuff.paper)) +
        rect(182, 292, 102, 10, 5, deep) +
        rect(200, 310, 66, 8, 4, stuff.steel) +
        each([-34, 2, 36], (a, i) =>
          turn(
            a,
            232,
            178,
            form(
              'M226 188C216 220 222 256 240 274C250 250 250 214 240 188Z',
              [stuff.red, '#ff9a3c', main][i] ?? main,
            ) + line('M233 188C232 180 234 174 230 168', stuff.leafDeep, 6),
          ),
        ),
    ),
  'seed-balls': ({ main, deep, pale }) =>
    each([150, 200, 252], (x, i) => line(`M${x} 210V${130 + i * 14}`, stuff.leafDeep, 4)) +
    flower(150, 126, 26, stuff.red, stuff.dark, 5) +
    flower(200, 138, 24, '#5f7df0', stuff.white, 8) +
    flower(252, 156, 24, stuff.white, stuff.brass, 8) +
    rect(112, 202, 176, 136, 16, main) +
    shade('M224 202H272Q288 202 288 218V322Q288 338 272 338H224Z') +
    rect(104, 190, 192, 34, 12, deep) +
    rect(140, 246, 92, 62, 10, pale) +
    flower(186, 277, 22, stuff.white, stuff.brass, 8) +
    each([70, 92, 314, 342], (x, i) => disc(x, 326 - (i % 2) * 3, 13, i % 2 ? '#8d6a50' : stuff.soil)),
  amaryllis: ({ main, deep }) =>
    line('M200 262C198 220 204 190 200 150', stuff.leaf, 15) +
    leaf(180, 268, 168, -28, stuff.leafDeep, 0.14) +
    leaf(222, 268, 150, 32, stuff.leafDeep, 0.14) +
    each([-66, 66, 0], (a, i) =>
      turn(
        a,
        200,
        148,
        form(
          'M200 152C170 128 164 96 154 70C176 74 186 66 200 52C214 66 224 74 246 70C236 96 230 128 200 152Z',
          i === 2 ? '#ff5d5d' : '#d93a44',
        ) +
          line('M200 146L200 96', '#ffd2c4', 4) +
          disc(200, 92, 4, stuff.brass),
      ),
    ) +
    form('M152 282C150 240 178 232 200 226C222 232 250 240 248 282Z', '#b98653') +
    line('M182 236C174 250 172 264 172 278M218 236C226 250 228 264 228 278', '#946238', 4) +
    form(`M132 272H268L252 ${ground}H148Z`, main) +
    shade(`M216 272H268L252 ${ground}H216Z`) +
    rect(124, 264, 152, 20, 8, deep),
  'hanging-plant': ({ main, deep }) =>
    line('M200 20L134 152M200 20L266 152M200 20V150', stuff.woodDeep, 4) +
    disc(200, 20, 8, stuff.dark) +
    line(
      'M140 160C90 190 104 250 80 306M262 160C310 200 290 250 318 286M222 190C236 240 214 270 232 316',
      stuff.leafDeep,
      4,
    ) +
    each([184, 214, 244, 274, 302], (y, i) =>
      leaf(112 - i * 7, y, 42, i % 2 ? -118 : 128, i % 2 ? stuff.leaf : stuff.leafPale, 0.6),
    ) +
    each([182, 212, 242, 272], (y, i) =>
      leaf(294 + (i % 3) * 6, y, 42, i % 2 ? 112 : -124, i % 2 ? stuff.leafPale : stuff.leaf, 0.6),
    ) +
    each([234, 264, 296], (y, i) => leaf(226, y, 38, i % 2 ? 120 : -120, stuff.leaf, 0.6)) +
    each([-60, -24, 14, 50], (a) => leaf(200, 160, 66, a, stuff.leaf, 0.6)) +
    form('M126 150H274C274 210 244 234 200 234C156 234 126 210 126 150Z', main) +
    shade('M222 150H274C274 210 244 234 212 234C224 214 226 180 222 150Z') +
    rect(118, 142, 164, 20, 8, deep),
  cactus: ({ main, deep, pale }) =>
    oval(200, 208, 74, 78, stuff.leaf) +
    each([-50, -26, 0, 26, 50], (x) =>
      line(`M${200 + x} ${138 + Math.abs(x) * 0.5}Q${200 + x * 1.25} 206 ${200 + x} 270`, stuff.leafDeep, 5),
    ) +
    each(row(0, 1, 15), (i) =>
      line(`M${146 + (i % 5) * 27} ${168 + Math.floor(i / 5) * 32}l-6 -7m6 7l6 -7`, stuff.glow, 3),
    ) +
    flower(200, 128, 34, '#ff7fa5', '#ffd35c', 8) +
    flower(254, 154, 20, '#ffb0c6', '#ffd35c', 7) +
    form(`M122 252H278L262 ${ground}H138Z`, main) +
    line('M136 296L160 316L184 296L208 316L232 296L262 316', pale, 7) +
    shade(`M220 252H278L262 ${ground}H220Z`) +
    rect(114, 244, 172, 22, 8, deep) +
    gleam('M152 176C144 196 144 214 150 230'),
};
