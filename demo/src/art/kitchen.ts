import type { Drawings } from './drawing.ts';
import { stuff } from './paint.ts';
import { disc, each, form, gleam, ground, leaf, line, oval, rect, row, shade, turn } from './shapes.ts';

const lemon = (x: number, y: number): string =>
  disc(x, y, 38, '#ffc933') +
  disc(x, y, 31, '#fff6d6') +
  each(row(0, 45, 8), (a) =>
    turn(a, x, y, form(`M${x} ${y - 5}L${x - 9} ${y - 25}Q${x} ${y - 31} ${x + 9} ${y - 25}Z`, '#ffdf6b')),
  );

/** Things for the kitchen. */
export const kitchen: Drawings = {
  'milk-pot': ({ main, deep, pale }) =>
    line('M270 218L362 176', stuff.wood, 22) +
    line('M270 218L296 206', deep, 22) +
    form(`M112 196H282V298C282 324 264 338 240 338H154C130 338 112 324 112 298Z`, main) +
    shade('M222 196H282V298C282 324 264 338 240 338H216C226 320 226 230 222 196Z') +
    oval(197, 196, 85, 20, deep) +
    oval(197, 199, 70, 13, stuff.white) +
    form('M112 194C100 190 96 180 84 184C92 200 100 210 114 216Z', main) +
    line('M112 196A85 20 0 0 1 282 196', pale, 6) +
    gleam('M134 236V290', 10) +
    line('M160 160C150 140 176 132 166 108M214 156C204 134 230 126 220 100', '#fff', 7),
  board: ({ main, deep }) =>
    rect(96, 70, 178, 268, 30, stuff.wood) +
    each([112, 150, 196, 236], (x, i) =>
      line(`M${x} ${104 + i * 12}C${x + 8} 180 ${x - 8} 240 ${x + 4} 312`, stuff.woodDeep, 3),
    ) +
    shade('M240 70Q274 72 274 100V308Q274 338 244 338H240Z') +
    disc(185, 104, 15, stuff.woodDeep) +
    line('M120 300H250', stuff.woodDeep, 6) +
    form('M262 338C262 300 282 278 308 278C334 278 352 302 352 338Z', stuff.red) +
    each([-50, 0, 50], (a) => leaf(307, 288, 22, a, stuff.leaf)) +
    gleam('M282 304C284 298 290 294 296 292', 6) +
    rect(48, 326, 66, 12, 6, main) +
    rect(40, 316, 50, 12, 6, deep),
  jar: ({ main, deep }) =>
    rect(118, 128, 164, 210, 34, '#e9f6ff') +
    rect(130, 172, 140, 154, 24, '#cfe6b1') +
    each([150, 186, 222, 252], (x, i) =>
      turn(
        [-8, 4, -3, 9][i] ?? 0,
        x,
        260,
        rect(x - 17, 196 + (i % 2) * 12, 34, 118, 17, i % 2 ? '#5f9a4a' : '#74b058') +
          each([214, 244, 274], (y) => disc(x - 6, y + i * 3, 3, '#a9d48c')),
      ),
    ) +
    oval(200, 190, 58, 15, stuff.steelDeep) +
    oval(200, 185, 58, 14, stuff.steel) +
    line('M282 156C300 156 300 190 282 190', stuff.steelDeep, 5) +
    rect(110, 106, 180, 34, 12, main) +
    shade('M230 106H278Q290 106 290 118V128Q290 140 278 140H230Z') +
    rect(182, 84, 36, 24, 10, deep) +
    gleam('M138 170V290', 9) +
    each([160, 206, 240], (x, i) => disc(x, 168 - i * 4, 4, '#fff')),
  mortar: ({ main, deep, pale }) =>
    turn(28, 236, 190, rect(222, 60, 28, 146, 14, stuff.wood) + rect(216, 178, 40, 44, 18, stuff.woodDeep)) +
    leaf(158, 214, 66, -30, stuff.leaf, 0.6) +
    leaf(184, 212, 54, 8, stuff.leafDeep, 0.6) +
    form('M96 206H304C304 276 272 314 236 318H164C128 314 96 276 96 206Z', main) +
    shade('M232 206H304C304 276 272 314 236 318H214C240 286 240 240 232 206Z') +
    rect(88, 196, 224, 26, 13, deep) +
    form(`M148 312H252L264 ${ground}H136Z`, deep) +
    each(row(0, 1, 14), (i) => disc(120 + ((i * 53) % 160), 236 + ((i * 29) % 64), 3, pale)),
  'grill-pan': ({ main, deep }) =>
    line('M200 92V26', main, 26) +
    line('M200 60V34', deep, 10) +
    rect(88, 92, 224, 224, 44, main) +
    form('M80 128L60 116V150L88 156ZM320 128L340 116V150L312 156Z', main) +
    rect(106, 110, 188, 188, 30, deep) +
    each(row(128, 24, 7), (x) => line(`M${x} 126V282`, main, 9)) +
    turn(
      -24,
      176,
      190,
      oval(176, 190, 26, 58, '#8fc46a') +
        each([160, 176, 192], (x) =>
          line(`M${x - 8} ${158 + (x - 160)}L${x + 8} ${176 + (x - 160)}`, '#5a7f39', 6),
        ),
    ) +
    turn(
      18,
      240,
      224,
      oval(240, 224, 24, 50, '#ff8a5c') + line('M228 200L252 212M226 224L254 236', '#c4552d', 6),
    ) +
    rect(150, 316, 100, 22, 6, stuff.wood),
  bowls: ({ main, deep }) =>
    form('M66 196H334C334 276 290 338 200 338C110 338 66 276 66 196Z', main) +
    shade('M246 196H334C334 276 290 338 212 338C246 300 254 240 246 196Z') +
    oval(200, 196, 134, 30, deep) +
    form('M104 168H296C296 200 270 216 200 216C130 216 104 200 104 168Z', stuff.white) +
    oval(200, 168, 96, 23, '#cfd8ec') +
    form('M138 142H262C262 168 246 182 200 182C154 182 138 168 138 142Z', '#ff8a6b') +
    oval(200, 142, 62, 16, '#d64a30') +
    oval(200, 146, 48, 9, '#ffb9a6') +
    line('M84 232C96 282 126 312 160 324', '#fff', 9) +
    each([176, 204, 226], (x, i) => disc(x, 140 - i * 3, 10, i % 2 ? stuff.leafDeep : '#6b8a3a')),
  'lemon-press': ({ main, deep, pale }) =>
    form('M112 236H288C288 300 262 338 200 338C138 338 112 300 112 236Z', main) +
    shade('M226 236H288C288 300 262 338 208 338C232 306 232 268 226 236Z') +
    form('M286 248C330 240 336 296 284 292L284 276C306 276 306 262 284 264Z', deep) +
    oval(200, 236, 88, 22, deep) +
    form('M148 232C152 180 184 150 200 112C216 150 248 180 252 232Z', pale) +
    line('M200 124V236M182 164C170 190 166 210 166 232M218 164C230 190 234 210 234 232', deep, 5) +
    form('M112 232L92 222L118 216Z', main) +
    lemon(90, 300) +
    gleam('M134 268C138 290 148 306 160 316'),
  tiffin: ({ main, deep, pale }) =>
    line('M112 318V126C112 84 288 84 288 126V318', stuff.steelDeep, 12) +
    rect(172, 82, 56, 22, 11, stuff.wood) +
    each(
      [136, 204, 272],
      (y, i) =>
        rect(122, y, 156, 64, 14, i === 1 ? pale : main) +
        shade(`M232 ${y}H264Q278 ${y} 278 ${y + 14}V${y + 50}Q278 ${y + 64} 264 ${y + 64}H232Z`) +
        rect(116, y, 168, 14, 7, stuff.steel),
    ) +
    rect(128, 116, 144, 24, 12, deep) +
    rect(100, 318, 200, 20, 8, stuff.steelDeep) +
    each([176, 244, 308], (y) => gleam(`M140 ${y - 8}V${y + 8}`, 7)),
};
