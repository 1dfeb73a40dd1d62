import type { Drawings } from './drawing.ts';
import { stuff } from './paint.ts';
import { disc, each, form, gleam, ground, leaf, line, oval, rect, row, shade, turn } from './shapes.ts';

const halo = (x: number, y: number, r: number): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffe9a0" fill-opacity=".38"/><circle cx="${x}" cy="${y}" r="${r * 0.72}" fill="#ffe9a0" fill-opacity=".4"/>`;
const flame = (x: number, y: number, h: number): string =>
  form(
    `M${x} ${y}C${x - h * 0.4} ${y - h * 0.3} ${x - h * 0.1} ${y - h * 0.7} ${x} ${y - h}C${x + h * 0.1} ${y - h * 0.7} ${x + h * 0.4} ${y - h * 0.3} ${x} ${y}Z`,
    '#ff9a3c',
  ) +
  form(
    `M${x} ${y}C${x - h * 0.2} ${y - h * 0.2} ${x} ${y - h * 0.4} ${x} ${y - h * 0.6}C${x} ${y - h * 0.4} ${x + h * 0.2} ${y - h * 0.2} ${x} ${y}Z`,
    stuff.glow,
  );

/** Things that shine. */
export const light: Drawings = {
  'moon-lamp': () =>
    halo(200, 176, 150) +
    disc(200, 178, 104, '#ffe7a3') +
    disc(162, 142, 20, '#f6d27a') +
    disc(230, 128, 12, '#f6d27a') +
    disc(240, 206, 26, '#f6d27a') +
    disc(176, 226, 15, '#f6d27a') +
    disc(128, 194, 9, '#f6d27a') +
    shade('M232 79C280 92 304 132 304 178C304 238 256 282 200 282C262 252 272 146 232 79Z') +
    line('M140 336L176 268M260 336L224 268', stuff.wood, 13) +
    line('M142 290H258', stuff.woodDeep, 12) +
    gleam('M118 150C124 132 134 118 148 108', 9),
  'clip-light': ({ main, deep, pale }) =>
    form('M70 176L196 320H-10Z', '#ffe9a0') +
    rect(230, 270, 140, 20, 4, stuff.wood) +
    rect(244, 290, 14, 48, 3, stuff.woodDeep) +
    rect(342, 290, 14, 48, 3, stuff.woodDeep) +
    rect(262, 214, 20, 56, 3, '#5f7df0') +
    rect(284, 202, 24, 68, 3, '#ffc933') +
    rect(310, 222, 18, 48, 3, '#5aa676') +
    rect(330, 240, 34, 58, 10, deep) +
    rect(336, 282, 44, 20, 8, main) +
    line('M346 244C346 120 280 60 200 74C160 82 140 104 126 122', stuff.dark, 9) +
    turn(
      -38,
      112,
      136,
      form('M76 112H148L176 176H48Z', main) +
        shade('M118 112H148L176 176H124Z') +
        oval(112, 176, 64, 14, pale) +
        rect(96, 94, 32, 22, 8, deep),
    ),
  'string-lights': ({ main }) =>
    line('M20 70C110 150 290 150 380 60M24 210C120 270 280 280 376 190', stuff.dark, 5) +
    each([0, 1, 2, 3, 4], (i) => {
      const x = [66, 132, 200, 268, 332][i] ?? 0,
        y = [122, 148, 156, 144, 112][i] ?? 0;
      const c = [main, '#ffc933', '#5aa676', '#a88ee4', '#93adff'][i] ?? main;
      return (
        halo(x, y + 22, 46) +
        rect(x - 8, y - 16, 16, 12, 3, stuff.dark) +
        oval(x, y + 20, 25, 28, c) +
        line(`M${x - 10} ${y - 2}V${y + 42}M${x + 10} ${y - 2}V${y + 42}`, '#ffffff66', 3)
      );
    }) +
    each([0, 1, 2, 3], (i) => {
      const x = [92, 166, 240, 312][i] ?? 0,
        y = [258, 274, 270, 246][i] ?? 0;
      const c = ['#93adff', main, '#ffc933', '#5aa676'][i] ?? main;
      return (
        halo(x, y + 22, 42) +
        rect(x - 8, y - 16, 16, 12, 3, stuff.dark) +
        form(`M${x} ${y - 6}L${x + 28} ${y + 20}L${x} ${y + 48}L${x - 28} ${y + 20}Z`, c) +
        shade(`M${x} ${y - 6}L${x + 28} ${y + 20}L${x} ${y + 48}Z`)
      );
    }),
  lantern: ({ main, deep }) =>
    halo(200, 226, 118) +
    line('M126 176C100 60 300 60 274 176', stuff.steelDeep, 7) +
    form('M152 156C160 128 240 128 248 156Z', main) +
    rect(184, 108, 32, 30, 8, deep) +
    rect(146, 152, 108, 16, 6, deep) +
    form('M156 168H244C272 206 262 258 240 276H160C138 258 128 206 156 168Z', '#e9f6ff') +
    flame(200, 268, 70) +
    line('M132 170L132 282M268 170L268 282', main, 8) +
    rect(148, 270, 104, 18, 6, deep) +
    form(`M128 286H272L286 ${ground}H114Z`, main) +
    shade(`M222 286H272L286 ${ground}H228Z`) +
    disc(284, 300, 12, stuff.brass) +
    gleam('M162 196C156 216 158 236 164 248', 7),
  candles: ({ main, deep }) =>
    halo(154, 92, 62) +
    halo(246, 136, 56) +
    form('M140 128H168L172 312H136Z', main) +
    form('M232 172H260L264 312H228Z', main) +
    shade('M156 128H168L172 312H158Z') +
    shade('M248 172H260L264 312H250Z') +
    each([150, 176, 202, 228, 254], (y) => line(`M139 ${y + 8}L169 ${y - 4}`, deep, 3)) +
    each([196, 220, 244, 268], (y) => line(`M231 ${y + 8}L261 ${y - 4}`, deep, 3)) +
    line('M154 128V110M246 172V154', stuff.dark, 4) +
    flame(154, 114, 54) +
    flame(246, 158, 48) +
    form(`M112 300H196L182 ${ground}H126Z`, '#2f55d4') +
    form(`M204 300H288L274 ${ground}H218Z`, '#2f55d4') +
    rect(104, 292, 100, 16, 8, '#1f3c9f') +
    rect(196, 292, 100, 16, 8, '#1f3c9f'),
  'tea-house': ({ main, deep }) =>
    form('M106 186L200 92L294 186Z', '#ff8a6b') +
    shade('M200 92L294 186H214Z') +
    rect(242, 100, 26, 60, 3, main) +
    rect(118, 182, 164, 156, 4, main) +
    shade('M226 182H282V338H226Z') +
    each([144, 210], (x) =>
      each(
        [204, 270],
        (y) =>
          rect(x, y, 46, 48, 22, '#ffd35c') +
          line(`M${x + 23} ${y + 2}V${y + 46}M${x + 2} ${y + 26}H${x + 44}`, deep, 4),
      ),
    ) +
    each(row(124, 32, 5), (x, i) =>
      each([160], (y) => (i > 0 && i < 4 ? line(`M${x + 12} ${y}q16 14 32 0`, '#d64a30', 4) : '')),
    ) +
    line('M254 86C246 70 266 64 258 44', '#fff', 6) +
    rect(104, 326, 192, 12, 6, deep),
  'solar-stake': ({ main }) =>
    halo(200, 138, 96) +
    line('M200 190V300', stuff.steelDeep, 10) +
    form('M148 98H252L238 184H162Z', '#fff6d6') +
    each([172, 200, 228], (x) => line(`M${x} 100L${200 + (x - 200) * 0.8} 182`, main, 4)) +
    disc(200, 146, 20, main) +
    rect(138, 80, 124, 22, 6, stuff.dark) +
    each([150, 176, 202, 228], (x) => rect(x, 84, 22, 14, 2, '#4468e8')) +
    rect(156, 182, 88, 14, 6, stuff.dark) +
    each([-60, -30, 30, 60], (a, i) => leaf(200, 300, 84, a, i % 2 ? stuff.leaf : stuff.leafDeep, 0.3)) +
    form(`M138 284H262L248 ${ground}H152Z`, '#cb764b') +
    shade(`M216 284H262L248 ${ground}H216Z`) +
    rect(130, 274, 140, 20, 6, '#efb592'),
  'mushroom-lamp': ({ main, deep, pale }) =>
    halo(200, 200, 120) +
    form('M172 190H228C226 250 236 290 262 324H138C164 290 174 250 172 190Z', '#fff3d1') +
    shade('M206 190H228C226 250 236 290 262 324H220C206 280 204 230 206 190Z') +
    rect(120, 318, 160, 20, 10, deep) +
    form('M70 200C70 116 128 72 200 72C272 72 330 116 330 200C290 218 110 218 70 200Z', main) +
    shade('M238 79C294 96 330 140 330 200C310 210 276 213 240 214C262 170 262 120 238 79Z') +
    oval(200, 204, 118, 13, '#ffd35c') +
    disc(140, 140, 16, pale) +
    disc(208, 112, 12, pale) +
    disc(226, 166, 18, pale) +
    disc(170, 180, 8, pale) +
    gleam('M96 164C104 138 120 118 138 106', 8),
};
