import type { GameView } from '@regulars/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adoptStyles } from '../adopt-styles.ts';
import { couponBox } from '../coupon-box.styles.ts';
import { CouponBox } from '../coupon-box.ts';
import { formatDay } from '../format-money.ts';
import type { Text } from '../types.ts';
import { celebration } from './celebration.styles.ts';

/** Pieces of the celebration. */
const confetti = Array.from({ length: 18 }, () => html`<i></i>`);

/** What a game needs once it is played: the code with its copy button, the celebration. */
export interface PrizePart {
  /** What was won: code, points, end. */
  got(view: GameView, text: Text): TemplateResult;
  party(): TemplateResult;
}

/** Makes the part and dresses its element. */
export function prizePart(element: ReactiveControllerHost & { readonly renderRoot: ParentNode }): PrizePart {
  const box = new CouponBox(element);
  if (element.renderRoot instanceof ShadowRoot) {
    adoptStyles(element.renderRoot, couponBox);
    adoptStyles(element.renderRoot, celebration);
  }
  return {
    got: (
      { code, points, endsAt, lang },
      text,
    ) => html`${code ? html`<div>${box.render(code, text)}</div>` : nothing}
      ${points === undefined ? nothing : html`<p>${text('game.points', { count: points })}</p>`}
      ${endsAt === undefined ? nothing : html`<p class="small quiet">${text('game.ends', { date: formatDay(endsAt, lang) })}</p>`}`,
    party: () => html`<div class="party" aria-hidden="true">${confetti}</div>`,
  };
}
