import type { CarouselView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { SafeHost } from '../lib/guard-host.ts';
import { backIcon, forwardIcon, pauseIcon, playIcon } from '../lib/icons.ts';
import type { Autoplay } from './autoplay.ts';
import type { carouselEnds } from './carousel.view.ts';

/** What the buttons of a row need. */
export interface ControlsInput {
  readonly ends: ReturnType<typeof carouselEnds>;
  readonly autoplay: Autoplay | undefined;
  readonly safeHost: SafeHost;
  readonly page: (direction: 1 | -1) => void;
}

/** Buttons of a row: the one that stops it first, then back and on. */
export function controls({ ends, autoplay, safeHost: { text }, page }: ControlsInput): TemplateResult {
  const { scrolls, before, after } = ends;
  return html`<div class="controls" ?hidden=${!scrolls}>
    ${
      autoplay
        ? html`<button type="button" class="round" part="rotation" @click=${autoplay.toggle}
      aria-label=${text(autoplay.isOn() ? 'carousel.stop' : 'carousel.start')}>${autoplay.isOn() ? pauseIcon() : playIcon()}</button>`
        : nothing
    }
    <button type="button" class="round" part="previous" aria-label=${text('carousel.previous')}
      aria-disabled=${String(!before)} @click=${() => page(-1)}>${backIcon()}</button>
    <button type="button" class="round" part="next" aria-label=${text('carousel.next')}
      aria-disabled=${String(!after)} @click=${() => page(1)}>${forwardIcon()}</button>
  </div>`;
}

/** One button for all cards of a bundle; `nothing` where the shop cannot add. */
export function bundleButton(view: CarouselView | null, { text, report }: SafeHost): unknown {
  if (view?.props?.layout !== 'bundle' || !view.addToCart || view.cards.length === 0) return nothing;
  const { cards, campaignId, adding = {} } = view;
  const states = cards.map(({ product }) => adding[product.id]);
  const busy = states.includes('busy');
  const key = busy
    ? 'card.adding'
    : states.every((state) => state === 'done')
      ? 'card.added'
      : 'carousel.add-all';
  const add = (): void => {
    for (const [position, { product }] of busy ? [] : cards.entries()) {
      if (adding[product.id] === 'done' || product.inStock === false) continue;
      report({ type: 'card', campaignId, act: 'add-to-cart', productId: product.id, position });
    }
  };
  return html`<button type="button" class="all" part="add-all" aria-disabled=${String(busy)} @click=${add}>${text(key)}</button>`;
}
