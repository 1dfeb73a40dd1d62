import type { Drawings } from './drawing.ts';
import { stuff } from './paint.ts';
import { disc, each, flower, form, gleam, line, oval, rect, row, shade, turn } from './shapes.ts';

/** Things that are woven. */
export const textiles: Drawings = {
  blanket: ({ main, deep, pale }) =>
    each(
      [290, 242, 194],
      (y, i) =>
        rect(76 + i * 4, y, 248 - i * 8, 48, 24, i % 2 ? pale : main) +
        each(row(116 + i * 6, 44, 5), (x) => rect(x, y, 16, 48, 0, i % 2 ? main : stuff.white)) +
        shade(
          `M262 ${y}H${300 - i * 4}Q${324 - i * 4} ${y} ${324 - i * 4} ${y + 24}Q${324 - i * 4} ${y + 48} ${300 - i * 4} ${y + 48}H262Z`,
        ),
    ) +
    form('M92 196C92 150 150 158 200 154C250 150 308 152 308 196Z', main) +
    each([136, 180, 224, 266], (x) => line(`M${x} 194C${x + 2} 176 ${x + 2} 168 ${x} 160`, stuff.white, 12)) +
    each(row(84, 12, 6), (x) => line(`M${x} 334V348`, deep, 4)),
  cushion: ({ main, deep }) =>
    form(
      'M84 122C130 138 270 138 316 122C336 116 340 128 334 144C316 196 316 264 334 312C340 330 334 342 316 337C270 324 130 324 84 337C66 342 60 330 66 312C84 264 84 196 66 144C60 128 64 116 84 122Z',
      main,
    ) +
    form(
      'M110 128L150 132C142 190 142 260 150 328L110 332C118 260 118 190 110 128ZM186 134H214C220 200 220 260 214 328H186C180 260 180 200 186 134ZM250 132L290 128C282 190 282 260 290 332L250 328C258 260 258 190 250 132Z',
      stuff.white,
    ) +
    shade(
      'M262 131C284 130 304 126 316 122C336 116 340 128 334 144C316 196 316 264 334 312C340 330 334 342 316 337C304 334 288 331 268 329C290 264 286 190 262 131Z',
    ) +
    disc(72, 132, 10, deep) +
    disc(328, 132, 10, deep) +
    disc(72, 328, 10, deep) +
    disc(328, 328, 10, deep),
  towels: ({ main, deep, pale }) =>
    rect(50, 92, 300, 14, 7, stuff.woodDeep) +
    each([64, 336], (x) => disc(x, 99, 13, stuff.dark)) +
    rect(92, 96, 104, 220, 6, main) +
    each(row(118, 26, 3), (x) => line(`M${x} 112V312`, deep, 3)) +
    each(row(136, 26, 7), (y) => line(`M94 ${y}H194`, deep, 3)) +
    rect(92, 292, 104, 10, 0, pale) +
    rect(210, 96, 100, 190, 6, '#fff6d6') +
    each(row(234, 25, 3), (x) => line(`M${x} 112V282`, '#e2cf93', 3)) +
    each(row(136, 25, 6), (y) => line(`M212 ${y}H308`, '#e2cf93', 3)) +
    rect(210, 262, 100, 10, 0, '#ff8a6b') +
    shade('M166 106H196V310Q196 316 190 316H166Z') +
    shade('M284 106H310V280Q310 286 304 286H284Z') +
    rect(92, 92, 104, 16, 6, deep) +
    rect(210, 92, 100, 16, 6, '#e2cf93'),
  apron: ({ main, deep, pale }) =>
    line('M160 108C150 40 250 40 240 108', deep, 10) +
    line('M104 216C70 220 60 236 54 252M296 216C330 220 340 236 346 252', deep, 9) +
    form('M156 96H244L252 176C276 184 296 198 300 214L292 338H108L100 214C104 198 124 184 148 176Z', main) +
    shade('M226 96H244L252 176C276 184 296 198 300 214L292 338H232Z') +
    rect(146, 226, 108, 70, 10, pale) +
    line('M200 230V292', deep, 4) +
    line('M168 240V186', stuff.leafDeep, 4) +
    flower(168, 180, 20, stuff.white, stuff.brass, 7) +
    line('M224 236L236 190M232 236L216 190', stuff.steelDeep, 6) +
    rect(160, 116, 80, 8, 4, deep),
  rug: ({ main, deep, pale }) =>
    each(row(66, 14, 20), (x) => line(`M${x} 84V68M${x} 326V342`, pale, 4)) +
    rect(56, 82, 288, 246, 6, main) +
    rect(74, 100, 252, 210, 4, stuff.paper) +
    rect(84, 110, 232, 190, 4, main) +
    each([142, 200, 258], (x) =>
      each([158, 205, 252], (y, j) =>
        turn(
          45,
          x,
          y,
          rect(x - 20, y - 20, 40, 40, 3, (x + j) % 4 ? '#ffc933' : pale) +
            rect(x - 10, y - 10, 20, 20, 2, deep),
        ),
      ),
    ) +
    shade('M272 82H338Q344 82 344 88V322Q344 328 338 328H272Z'),
  'market-bag': ({ main, deep }) =>
    disc(160, 236, 36, '#ff8a3c') +
    disc(228, 226, 38, '#ff9f4d') +
    disc(196, 288, 40, stuff.red) +
    disc(254, 284, 32, '#a5d65f') +
    disc(136, 290, 30, '#ffd84a') +
    each([-30, 10, 40], (a) =>
      turn(a, 200, 190, form('M196 196C188 150 196 120 204 96C214 124 214 156 208 196Z', stuff.leaf)),
    ) +
    line('M104 190C116 60 176 60 186 176M214 176C224 60 284 60 296 190', deep, 9) +
    line('M100 190C84 260 110 338 200 338C290 338 316 260 300 190', main, 7) +
    each([0, 1, 2, 3, 4], (i) =>
      line(
        `M${112 + i * 44} 192C${96 + i * 40} 240 ${150 + i * 30} 290 ${160 + i * 24} 334M${288 - i * 44} 192C${304 - i * 40} 240 ${250 - i * 30} 290 ${240 - i * 24} 334`,
        main,
        4,
      ),
    ) +
    line('M100 190Q200 208 300 190', deep, 10),
  slippers: ({ main, deep, pale }) =>
    form(
      'M196 318C196 262 236 238 262 240C300 242 316 270 352 282C376 290 376 338 352 338H208C198 338 196 330 196 318Z',
      deep,
    ) +
    oval(238, 264, 40, 16, stuff.paper) +
    rect(192, 324, 182, 14, 7, stuff.dark) +
    form(
      'M34 314C34 244 82 222 112 226C156 230 170 266 214 280C244 288 244 338 214 338H50C38 338 34 328 34 314Z',
      main,
    ) +
    shade('M150 252C168 264 190 274 214 280C244 288 244 338 214 338H150C176 316 172 274 150 252Z') +
    oval(88, 252, 48, 20, stuff.paper) +
    oval(88, 256, 38, 12, pale) +
    rect(30, 322, 208, 16, 8, stuff.dark) +
    flower(178, 292, 20, '#ffc933', stuff.red, 6) +
    gleam('M54 284V304'),
  hammock: ({ main, deep, pale }) =>
    disc(200, 24, 11, stuff.dark) +
    line('M200 30V64', stuff.woodDeep, 7) +
    rect(92, 62, 216, 14, 7, stuff.wood) +
    line('M104 76L88 210M150 76L132 220M250 76L268 220M296 76L312 210M200 76V200', stuff.woodDeep, 4) +
    form('M78 196C110 224 290 224 322 196C330 280 290 326 200 326C110 326 70 280 78 196Z', main) +
    form(
      'M120 214L156 219C150 270 160 310 176 325L138 315C122 290 116 250 120 214ZM184 221H216C222 260 220 300 214 326H186C180 300 178 260 184 221ZM244 219L280 214C284 250 278 290 262 315L224 325C240 310 250 270 244 219Z',
      pale,
    ) +
    shade('M252 217C284 213 308 206 322 196C330 280 290 326 214 326C256 300 264 256 252 217Z') +
    turn(-10, 200, 196, rect(134, 164, 132, 56, 26, '#ff8a6b')) +
    each(row(110, 18, 11), (x) => line(`M${x} ${318 - Math.abs(x - 200) * 0.15}v18`, deep, 4)),
};
