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
  sprig,
  turn,
} from './shapes.ts';

/** Things for the balcony garden. */
export const garden: Drawings = {
  'watering-can': ({ main, deep, pale }) =>
    line('M158 306C96 302 118 190 76 150', main, 22) +
    turn(-42, 70, 142, oval(70, 142, 34, 12, deep) + oval(70, 138, 34, 10, pale)) +
    line('M268 222C356 214 352 318 262 312', deep, 16) +
    line('M166 206C170 138 250 138 256 206', deep, 14) +
    form(`M152 204H270L282 ${ground}H140Z`, main) +
    shade(`M226 204H270L282 ${ground}H232Z`) +
    oval(211, 204, 59, 13, deep) +
    rect(140, 318, 142, 20, 6, deep) +
    gleam('M168 232L160 300') +
    each([44, 58, 34], (x, i) => leaf(x, 196 + i * 18, 16, 180, stuff.sky, 0.5)),
  'railing-planter': ({ main, deep }) =>
    each(row(66, 54, 6), (x) => rect(x - 5, 250, 10, 88, 4, stuff.steelDeep)) +
    rect(28, 238, 344, 16, 8, stuff.dark) +
    each([96, 142, 250, 300], (x, i) => sprig(x, 216, 76 + (i % 2) * 26, 3, stuff.leaf, stuff.leafDeep)) +
    line('M198 216V130', stuff.leafDeep, 5) +
    flower(198, 116, 34, '#ff8fa8', stuff.brass) +
    flower(272, 150, 24, stuff.white, stuff.brass) +
    flower(118, 140, 24, stuff.white, stuff.brass) +
    form('M62 206H338L322 300H78Z', main) +
    shade('M238 206H338L322 300H238Z') +
    rect(54, 200, 292, 22, 8, deep) +
    each(row(110, 45, 5), (x) => rect(x - 3, 234, 6, 54, 3, deep)),
  'ribbed-pot': ({ main, deep, pale }) =>
    sprig(200, 190, 104, 3, stuff.leaf, stuff.leafDeep) +
    leaf(200, 190, 74, -44, stuff.leafDeep) +
    leaf(200, 190, 74, 44, stuff.leafDeep) +
    form('M116 190H284L260 322H140Z', main) +
    each(row(140, 20, 7), (x) => line(`M${x} 214L${200 + (x - 200) * 0.8} 314`, deep, 4)) +
    shade('M226 190H284L260 322H226Z') +
    rect(106, 172, 188, 36, 10, pale) +
    shade('M240 172H284Q294 172 294 182V198Q294 208 284 208H240Z') +
    rect(120, 318, 160, 20, 8, deep),
  'reservoir-pot': ({ main, deep }) =>
    each([-58, -22, 20, 56], (a, i) =>
      leaf(200, 206, 122 - (i % 2) * 22, a, i % 2 ? stuff.leafDeep : stuff.leaf, 0.5),
    ) +
    line('M200 206V116', stuff.leafDeep, 4) +
    rect(112, 190, 176, 148, 34, main) +
    shade('M232 190H254Q288 190 288 224V304Q288 338 254 338H232Z') +
    rect(112, 190, 176, 30, 15, deep) +
    rect(140, 250, 46, 66, 16, stuff.white) +
    form('M144 284Q163 274 182 284V300Q182 312 170 312H156Q144 312 144 300Z', stuff.sky) +
    disc(163, 278, 9, stuff.red) +
    gleam('M262 236V292'),
  trellis: ({ main, deep }) =>
    each([-72, -36, 0, 36, 72], (x) => line(`M200 300L${200 + x * 1.6} 66`, main, 7)) +
    line('M152 184C180 170 220 170 248 184', deep, 6) +
    line('M120 118C170 92 230 92 280 118', deep, 6) +
    line('M196 290C150 250 254 220 190 170C150 140 240 120 224 80', stuff.leafDeep, 5) +
    each([262, 224, 186, 140, 104], (y, i) =>
      leaf(i % 2 ? 172 : 218, y, 34, i % 2 ? -70 : 70, stuff.leaf, 0.5),
    ) +
    flower(176, 148, 20, '#ff8fa8', '#fff', 4) +
    flower(236, 108, 22, '#c9a6ff', '#fff', 4) +
    flower(224, 206, 20, '#ff8fa8', '#fff', 4) +
    form(`M146 274H254L240 ${ground}H160Z`, '#cb764b') +
    shade(`M212 274H254L240 ${ground}H212Z`) +
    rect(138, 262, 124, 22, 6, '#efb592'),
  trowel: ({ main, deep, pale }) =>
    rect(70, 84, 260, 14, 7, stuff.woodDeep) +
    each(
      [146, 254],
      (x) =>
        line(`M${x} 98V112`, stuff.dark, 6) +
        disc(x, 122, 13, 'none') +
        line(`M${x - 9} 124a9 11 0 1 0 18 0a9 11 0 1 0-18 0`, main, 5),
    ) +
    each(
      [146, 254],
      (x) =>
        rect(x - 14, 134, 28, 82, 14, stuff.wood) +
        rect(x - 14, 196, 28, 12, 2, deep) +
        rect(x - 6, 208, 12, 34, 4, stuff.steelDeep),
    ) +
    form('M112 236H180V276C180 306 160 326 146 330C132 326 112 306 112 276Z', main) +
    shade('M146 236H180V276C180 306 160 326 146 330Z') +
    line('M146 250V300', pale, 5) +
    rect(222, 236, 64, 18, 9, main) +
    each([228, 254, 280], (x) => line(`M${x} 246V322`, main, 12)) +
    shade('M254 236H277Q286 236 286 245V328H274V254H254Z') +
    gleam('M140 148V184', 6) +
    gleam('M248 148V184', 6),
  snips: ({ main, deep }) =>
    sprig(306, ground, 150, 4, stuff.leaf, stuff.leafDeep) +
    line('M166 282C120 262 96 304 120 326C146 346 176 322 178 282', main, 18) +
    line('M206 282C252 262 276 304 252 326C226 346 196 322 194 282', main, 18) +
    form('M176 262L150 92C146 78 132 82 134 98L160 276Z', stuff.steel) +
    form('M196 262L222 92C226 78 240 82 238 98L212 276Z', stuff.steelDeep) +
    form('M158 236L214 300L200 306L150 250Z', deep) +
    form('M214 236L158 300L172 306L222 250Z', main) +
    disc(186, 258, 12, stuff.brass) +
    disc(186, 258, 4, stuff.brassDeep),
  mister: () =>
    oval(200, 266, 82, 72, stuff.brass) +
    shade('M214 194C264 200 282 232 282 266C282 306 246 338 206 338C240 312 246 232 214 194Z') +
    rect(172, 164, 56, 40, 8, stuff.brassDeep) +
    rect(166, 150, 68, 20, 8, stuff.brass) +
    rect(188, 112, 24, 42, 4, stuff.brassDeep) +
    rect(140, 98, 92, 26, 12, stuff.brass) +
    disc(138, 111, 10, stuff.brassDeep) +
    line('M234 130C262 140 256 170 238 178', stuff.brassDeep, 9) +
    gleam('M146 240C140 262 146 286 158 298', 10) +
    each(row(0, 1, 12), (i) =>
      disc(112 - (i % 4) * 22, 92 + Math.floor(i / 4) * 19 + (i % 2) * 6, 4 + (i % 3), stuff.white),
    ),
};
