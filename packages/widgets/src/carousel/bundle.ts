import type { CarouselView } from '@regulars/core';
import { html, type TemplateResult } from 'lit';
import { formatMoney } from '../lib/format-money.ts';
import type { SafeHost } from '../lib/guard-host.ts';
import { atVariant, chosenVariant, productCardShow } from '../product-card/product-card.view.ts';

/** What the whole bundle costs, in words; `undefined` where a price is missing or currencies differ. */
export function bundleTotal({ cards, lang }: Pick<CarouselView, 'cards' | 'lang'>): string | undefined {
  const prices = cards.flatMap(({ product }) =>
    productCardShow(product).soldOut
      ? []
      : [atVariant(product, chosenVariant(product)).price ?? { value: Number.NaN, currency: '' }],
  );
  const currency = prices[0]?.currency;
  const value = prices.reduce((sum, price) => sum + (price.currency === currency ? price.value : NaN), 0);
  return currency && Number.isFinite(value) ? formatMoney({ value, currency }, lang) : undefined;
}

/** One button for all cards of a bundle, with what they cost together. */
export function bundleButton(view: CarouselView, { text, report }: SafeHost): TemplateResult {
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
      if (adding[product.id] === 'done' || productCardShow(product).soldOut) continue;
      // A bundle has one button and no choice: of variants goes the one whose price it shows.
      const variant = chosenVariant(product)?.id;
      const what = { productId: product.id, position, ...(variant && { variant }) };
      report({ type: 'card', campaignId, act: 'add-to-cart', ...what });
    }
  };
  const total = bundleTotal(view);
  return html`${
    total && html`<span class="total" part="total">${text('carousel.together', { total })}</span>`
  }<button type="button" class="strong" part="add-all" aria-disabled=${busy} @click=${add}>${text(key)}</button>`;
}
