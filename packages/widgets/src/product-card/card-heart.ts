import { html, svg, type TemplateResult } from 'lit';
import { icon } from '../lib/icons.ts';
import { ProductCardSaveEvent } from './card-more.events.ts';
import type { MoreOf } from './more-of.ts';

/** A heart in the corner of the picture: pressed when the product is on the visitor's list. Its name never changes. */
export function heart(card: MoreOf): TemplateResult {
  const { saved = false, product, position } = card;
  const press = (): void => {
    card.dispatchEvent(new ProductCardSaveEvent({ productId: product?.id ?? '', position, saved: !saved }));
  };
  return html`<button type="button" class="about heart" part="heart" aria-pressed=${saved}
    aria-label="${card.safeHost.text('card.save')}: ${product?.title ?? ''}" @click=${press}
    ><span>${icon(shape(), false)}</span></button>`;
}

const shape = (): TemplateResult =>
  svg`<path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10Z" />`;
