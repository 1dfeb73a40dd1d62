import type { Drawings } from './drawing.ts';
import { stuff } from './paint.ts';
import { disc, each, flower, form, gleam, leaf, line, oval, rect, row, shade, turn } from './shapes.ts';

/** Things made of paper, and what writes on them. */
export const paper: Drawings = {
  notebook: ({ main, deep, pale }) =>
    turn(8, 220, 230, rect(128, 92, 186, 246, 10, stuff.paper) + rect(124, 98, 180, 240, 10, '#e4dcc8')) +
    rect(98, 88, 186, 250, 12, main) +
    rect(98, 88, 30, 250, 12, deep) +
    rect(116, 88, 12, 250, 0, deep) +
    shade('M236 88H272Q284 88 284 100V326Q284 338 272 338H236Z') +
    rect(150, 136, 102, 62, 8, pale) +
    line('M168 158H234M168 178H212', deep, 6) +
    rect(262, 84, 10, 258, 4, stuff.dark) +
    line('M186 338V362', '#ffc933', 8),
  diary: ({ main, deep }) =>
    form('M200 170C160 146 100 146 52 160V320C100 306 160 306 200 330Z', stuff.paper) +
    form('M200 170C240 146 300 146 348 160V320C300 306 240 306 200 330Z', stuff.white) +
    form(
      'M40 172L52 168V320C100 306 160 306 200 330C240 306 300 306 348 320V168L360 172V338C310 322 244 324 200 344C156 324 90 322 40 338Z',
      main,
    ) +
    each([196, 220, 244, 268], (y) => line(`M76 ${y}C110 ${y - 8} 146 ${y - 6} 178 ${y + 6}`, '#c3ccdd', 4)) +
    line('M268 292C266 260 276 236 270 204', stuff.leafDeep, 5) +
    leaf(270, 268, 44, -56, stuff.leaf, 0.5) +
    leaf(272, 246, 40, 56, stuff.leafPale, 0.5) +
    flower(270, 196, 28, '#ff8fa8', stuff.brass, 7) +
    line('M200 172V328', deep, 4) +
    form('M150 152V96L162 108L174 96V156Z', '#ffc933') +
    shade('M200 170C240 146 250 150 262 152C236 170 224 240 220 322L200 330Z'),
  postcards: ({ main, deep, pale }) =>
    turn(
      -13,
      150,
      240,
      rect(60, 140, 200, 140, 8, stuff.white) +
        rect(70, 150, 180, 120, 4, '#ffb9a6') +
        disc(200, 196, 26, '#ff6f52') +
        form('M70 270V226C100 206 130 240 160 222C190 206 220 232 250 220V270Z', '#3a7a53'),
    ) +
    turn(
      9,
      250,
      250,
      rect(140, 120, 210, 150, 8, stuff.white) +
        rect(150, 130, 190, 130, 4, pale) +
        disc(300, 160, 16, '#fff6d6') +
        each(
          [0, 1, 2, 3],
          (i) =>
            rect(162 + i * 44, 190 - (i % 2) * 26, 38, 70 + (i % 2) * 26, 0, i % 2 ? deep : main) +
            rect(170 + i * 44, 206 - (i % 2) * 26, 9, 12, 1, '#ffd35c') +
            rect(185 + i * 44, 206 - (i % 2) * 26, 9, 12, 1, '#ffd35c'),
        ),
    ) +
    turn(
      -4,
      200,
      300,
      rect(104, 222, 196, 116, 8, stuff.paper) +
        line('M202 236V326', '#d3cdbf', 3) +
        rect(252, 234, 36, 40, 2, '#ff6f52') +
        line('M214 292H284M214 310H270', '#8d99b4', 4) +
        line(
          'M118 252C136 240 150 262 182 250M118 276C140 266 160 286 186 274M118 300C136 292 150 306 170 300',
          '#2f55d4',
          4,
        ),
    ),
  'ink-bottle': ({ main, deep, pale }) =>
    rect(156, 118, 88, 52, 12, stuff.dark) +
    each(row(168, 16, 5), (x) => line(`M${x} 124V160`, '#39406e', 4)) +
    form(
      'M160 168H240V188C286 196 302 226 302 270V314Q302 338 278 338H122Q98 338 98 314V270C98 226 114 196 160 188Z',
      '#e4f1ff',
    ) +
    form('M110 262C150 250 250 274 290 262V312Q290 328 274 328H126Q110 328 110 312Z', main) +
    rect(140, 242, 120, 66, 8, stuff.paper) +
    form('M200 250C186 270 180 280 180 288A20 18 0 0 0 220 288C220 280 214 270 200 250Z', deep) +
    gleam('M124 226C116 240 112 252 112 262', 9) +
    line('M318 322C340 306 350 330 374 316', main, 8) +
    shade('M246 189C288 198 302 228 302 270V314Q302 338 278 338H262C276 300 276 230 246 189Z') +
    disc(60, 328, 10, main) +
    disc(40, 318, 6, pale),
  pen: ({ main, deep, pale }) =>
    turn(
      38,
      200,
      210,
      rect(176, 40, 48, 170, 20, main) +
        shade('M204 40Q224 42 224 60V210H204Z') +
        rect(176, 196, 48, 18, 2, stuff.brass) +
        form('M180 214H220L212 284H188Z', deep) +
        form('M188 284H212L203 340L200 352L197 340Z', stuff.brass) +
        line('M200 304V340', stuff.brassDeep, 3) +
        disc(200, 302, 4, stuff.brassDeep) +
        rect(192, 62, 9, 110, 4, stuff.brass) +
        disc(196, 170, 8, stuff.brass) +
        gleam('M186 70V180', 5) +
        rect(182, 32, 36, 14, 6, pale),
    ) + line('M118 318C150 286 160 346 196 322C226 300 236 346 270 326C292 314 300 330 324 324', main, 6),
  rolls: ({ main, deep, pale }) =>
    turn(
      -15,
      120,
      338,
      rect(84, 74, 72, 264, 10, '#ff6f52') +
        each(row(96, 46, 5), (y, i) => disc(104 + (i % 2) * 30, y + 10, 9, '#fff')) +
        oval(120, 78, 36, 13, '#ffb9a6') +
        oval(120, 78, 14, 5, '#d64a30'),
    ) +
    turn(
      13,
      280,
      338,
      rect(244, 84, 72, 254, 10, '#2f55d4') +
        each(row(108, 34, 7), (y) => line(`M246 ${y + 16}L314 ${y - 10}`, '#93adff', 9)) +
        oval(280, 88, 36, 13, '#93adff') +
        oval(280, 88, 14, 5, '#1f3c9f'),
    ) +
    rect(162, 54, 76, 284, 10, main) +
    each(row(86, 54, 5), (y, i) => leaf(186 + (i % 2) * 26, y + 34, 36, i % 2 ? 24 : -24, deep, 0.5)) +
    shade('M212 54H228Q238 54 238 64V328Q238 338 228 338H212Z') +
    oval(200, 60, 38, 14, pale) +
    oval(200, 60, 15, 6, deep) +
    rect(104, 258, 192, 16, 4, stuff.woodDeep) +
    line('M200 266C170 240 160 296 200 266C230 240 240 296 200 266', stuff.wood, 7),
  kite: ({ main, deep, pale }) =>
    line('M236 262C250 300 200 300 214 338C222 356 190 362 180 372', stuff.dark, 4) +
    each(
      [
        [240, 292],
        [210, 320],
        [206, 348],
      ].map((_, i) => i),
      (i) => {
        const x = [238, 207, 216][i] ?? 0,
          y = [288, 312, 344][i] ?? 0;
        return (
          form(`M${x} ${y}L${x - 22} ${y - 12}V${y + 12}Z`, '#ffc933') +
          form(`M${x} ${y}L${x + 22} ${y - 12}V${y + 12}Z`, '#5aa676')
        );
      },
    ) +
    form('M196 36L320 132L236 262L92 156Z', main) +
    form('M196 36L320 132L206 146Z', pale) +
    form('M206 146L320 132L236 262Z', deep) +
    form('M92 156L206 146L236 262Z', '#ffc933') +
    line('M196 36L236 262M92 156L320 132', stuff.dark, 5) +
    disc(206, 145, 7, stuff.dark) +
    each(
      [60, 330],
      (x, i) => oval(x, 80 + i * 160, 40, 14, '#ffffffaa') + oval(x + 22, 70 + i * 160, 26, 14, '#ffffffaa'),
    ),
  calendar: ({ main, deep, pale }) =>
    line('M200 44L130 92M200 44L270 92', stuff.dark, 4) +
    disc(200, 44, 8, stuff.dark) +
    rect(84, 88, 232, 250, 8, stuff.white) +
    rect(84, 88, 232, 120, 8, pale) +
    disc(262, 128, 22, '#fff6d6') +
    form('M84 208V172L126 140L168 172V160L214 124L258 164V178L290 152L316 176V208Z', main) +
    form('M84 208V190L126 160L168 196L200 208Z', deep) +
    each([142, 214, 286], (x, i) => rect(x, 182 - (i % 2) * 14, 12, 14, 2, '#ffd35c')) +
    each(row(0, 1, 28), (i) =>
      rect(
        100 + (i % 7) * 29,
        224 + Math.floor(i / 7) * 26,
        22,
        19,
        4,
        i === 10 ? '#ff6f52' : i % 7 > 4 ? '#dbd0f8' : '#e6ebf5',
      ),
    ) +
    rect(84, 82, 232, 14, 4, stuff.steelDeep) +
    each(row(104, 24, 9), (x) => rect(x - 3, 76, 6, 26, 3, stuff.dark)),
};
