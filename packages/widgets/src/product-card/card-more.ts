import { html, nothing, svg, type TemplateResult } from 'lit';
import { adoptStyles } from '../lib/adopt-styles.ts';
import { icon } from '../lib/icons.ts';
import type { Product } from '../lib/types.ts';
import { heart } from './card-heart.ts';
import { ProductCardRefuseEvent } from './card-more.events.ts';
import { styles } from './card-more.styles.ts';
import type { MoreOf } from './more-of.ts';
import { atVariant, chosenVariant } from './product-card.view.ts';

/** What only some cards show. */
export interface CardMore {
  /** What stands in the box of a picture that is not there. */
  drawing(): TemplateResult;
  /** Stars and number of reviews. */
  rating(): unknown;
  /** Choice of size or colour. */
  choice(): unknown;
  /** Why the product is here, and the way to be rid of it. */
  about(): TemplateResult;
  /** Puts it on the visitor's list, or takes it off. */
  heart(): unknown;
  /** The variant that goes into the cart. */
  variant(): string | undefined;
  /** The product at the price of that variant. */
  priced(product: Product): Product;
}

/** The parts of a card that need a rating, variants or a reason; what the visitor chose is forgotten with the product. */
export function createCardMore(card: MoreOf): CardMore {
  adoptStyles(card.shadowRoot, styles);
  const text: typeof card.safeHost.text = (...words) => card.safeHost.text(...words);
  let known: string | undefined;
  let own: { open?: boolean; refused?: boolean; variant?: string } = {};
  const state = (): typeof own => {
    if (known !== card.product?.id) own = {};
    known = card.product?.id;
    return own;
  };
  const set = (change: typeof own): void => {
    Object.assign(state(), change);
    card.requestUpdate();
  };
  const chosen = (product: Product | undefined) => product && chosenVariant(product, state().variant);
  const variant = (): string | undefined => chosen(card.product)?.id;
  return {
    variant,
    priced: (product) => atVariant(product, chosen(product)),
    drawing,
    rating() {
      const { rating } = card.product ?? {};
      if (!rating) return nothing;
      const value = new Intl.NumberFormat(card.locale, { maximumFractionDigits: 1 }).format(rating.value);
      const count = new Intl.NumberFormat(card.locale).format(rating.count);
      return html`<span aria-hidden="true"><span class="star">★</span> ${value} (${count})</span
        ><span class="unseen">${text('card.rating', { value, count })}</span>`;
    },
    choice:
      () => html`<select part="variant" aria-label="${text('card.variant')}: ${card.product?.title ?? ''}"
      @change=${({ target }: Event) => target instanceof HTMLSelectElement && set({ variant: target.value })}>${card.product?.variants?.map(
        ({ id, label, inStock }) =>
          html`<option value=${id} ?disabled=${inStock === false} ?selected=${id === variant()}>${isolate(label)}</option>`,
      )}</select>`,
    heart: () => (state().open ? nothing : heart(card)),
    about: () => about(card, { ...state(), set }),
  };
}

/** Keeps the order of words such as "30 × 20 cm" in a line of the other direction, where no markup can. */
const isolate = (label: string): string => `\u2068${label}\u2069`;

function about(
  card: MoreOf,
  {
    open = false,
    refused,
    set,
  }: { open?: boolean; refused?: boolean; set: (change: { open?: boolean; refused?: boolean }) => void },
): TemplateResult {
  const { text } = card.safeHost;
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    set({ open: false });
    card.shadowRoot?.querySelector<HTMLElement>('.about')?.focus();
  };
  const refuse = (): void => {
    const detail = { productId: card.product?.id ?? '', position: card.position };
    const neighbour = neighbourOf(card);
    if (!card.dispatchEvent(new ProductCardRefuseEvent(detail))) return;
    set({ refused: true });
    card.shadowRoot?.querySelector<HTMLElement>('.about')?.focus();
    // Where the list lets the card go, the focus goes on to the one beside it instead of getting lost.
    requestAnimationFrame(() => {
      if (!card.isConnected) neighbour?.shadowRoot?.querySelector<HTMLElement>('a, button')?.focus();
    });
  };
  const { because, reason } = card;
  const why = because
    ? text('card.because', { title: isolate(because) })
    : text(`card.why-${reason}`, {}, 'card.why');
  return html`<div class="more" @keydown=${close}>
    ${
      open
        ? html`<div class="panel" id="about" part="about">
      <p>${why}</p>
      ${refused ? html`<p role="status">${text('card.refused')}</p>` : nothing}
      ${card.refusable && !refused ? html`<button type="button" part="refuse" @click=${refuse}>${text('card.refuse')}</button>` : nothing}
    </div>`
        : nothing
    }
    <button type="button" class="about" part="about-button" aria-expanded=${open} aria-controls=${open ? 'about' : nothing}
      aria-label="${text('card.about')}: ${card.product?.title ?? ''}" @click=${() => set({ open: !open })}
      ><span>${icon(open ? cross() : dots(), false)}</span></button>
  </div>`;
}

/** The card that the focus goes to when this one leaves. */
function neighbourOf(card: Element): Element | null {
  const item = card.parentElement;
  return (
    (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('regulars-product-card') ?? null
  );
}

const cross = (): TemplateResult => svg`<path d="M6 6l12 12M18 6 6 18" />`;
const dots = (): TemplateResult => svg`<path stroke-width="3.5" d="M5 12h0M12 12h0M19 12h0" />`;

const drawing =
  (): TemplateResult => html`<svg viewBox="0 0 48 48" width="40" height="40" fill="none" stroke="currentColor"
  stroke-width="2.5" stroke-linejoin="round" aria-hidden="true">${svg`<path d="M24 5 41 14v20L24 43 7 34V14Zm0 19 17-10M24 24 7 14m17 10v19" />`}</svg>`;
