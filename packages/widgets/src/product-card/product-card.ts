import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { formatMoney } from '../lib/format-money.ts';
import { pageTokens } from '../lib/page-tokens.styles.ts';
import { safeUrl } from '../lib/safe-url.ts';
import type { Product } from '../lib/types.ts';
import type { CardMore } from './card-more.ts';
import {
  ProductCardAddEvent,
  type ProductCardDetail,
  ProductCardSelectEvent,
} from './product-card.events.ts';
import { styles } from './product-card.styles.ts';
import { needsMore, type ProductCardShow, productCardShow } from './product-card.view.ts';

/**
 * One product: picture in a reserved box, brand, title, price, what was the price before, sold out. The title is the
 * link and its area the whole card.
 *
 * @element regulars-product-card
 * @fires regulars-product-card-select - Request, before the link is followed; cancelable.
 * @fires regulars-product-card-add - Request to put the product into the cart; cancelable.
 * @fires regulars-product-card-refuse - Request never to see the product again; cancelable.
 * @fires regulars-product-card-save - Request to put the product on the visitor's list, or take it off; cancelable.
 * @csspart base - Wrapper.
 * @csspart image - Box of the picture.
 * @csspart badge - Reduction or "sold out".
 * @csspart label - Title.
 * @csspart rating - Stars and number of reviews.
 * @csspart price - Prices.
 * @csspart variant - Choice of a variant.
 * @csspart button - "Add to cart".
 * @csspart about-button - Opens why the product is here.
 * @csspart about - The reason, over the card.
 * @csspart refuse - "Not interested".
 * @csspart heart - Puts it on the list of what is saved.
 * @cssprop [--regulars-product-card-ratio=1] - Aspect ratio of the picture's box.
 * @cssprop [--regulars-product-card-fit=cover] - `object-fit` of the picture.
 * @cssprop [--regulars-product-card-words=5.6em] - Least height of the words; 7.4em keeps room for a rating as well.
 * @cssprop [--regulars-product-card-choice=0] - Room that frames keep for the choice of a variant: `calc(44px + 0.6em)`.
 */
export class RegularsProductCard extends RegularsElement {
  static override properties: PropertyDeclarations = {
    product: { attribute: false },
    position: { type: Number },
    locale: { type: String },
    addable: { type: Boolean },
    adding: { type: String },
    because: { type: String },
    reason: { type: String },
    refusable: { type: Boolean },
    saved: { attribute: false },
    list: { type: Boolean, reflect: true },
    broken: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [pageTokens, buttons, styles];

  /** The product; without one the card is an empty frame (skeleton). */
  declare product: Product | undefined;
  /** Place in its list, from 0. */
  declare position: number;
  /** Locale of prices (BCP 47); default: the page's. */
  declare locale: string | undefined;
  /** Offer "add to cart" (default `false`). */
  declare addable: boolean;
  /** What became of the visitor's wish to put it into the cart: `busy`, `done`, `failed` (default: none yet). */
  declare adding: 'busy' | 'done' | 'failed' | undefined;
  /** What put it here when no product did: the end of a text `card.why-…`, such as `popular` or `price-drop`. */
  declare reason: string | undefined;
  /** Title of the product that led to this one. */
  declare because: string | undefined;
  /** Offer "not interested" (default `false`). */
  declare refusable: boolean;
  /** It is on the visitor's list: a heart takes it off or puts it on (default: no heart). */
  declare saved: boolean | undefined;
  /** Lies on its side, for a list (default `false`). */
  declare list: boolean;
  /** The picture could not be fetched. */
  declare private broken: string | undefined;

  #more: CardMore | undefined;

  constructor() {
    super();
    this.position = 0;
    this.addable = false;
    this.refusable = false;
    this.list = false;
  }

  /** Registers `<regulars-product-card>`. */
  static define(): void {
    defineElement('regulars-product-card', RegularsProductCard);
  }

  override render(): TemplateResult {
    const { product, addable, refusable, because, saved } = this;
    if (!product)
      return html`<div class="base empty" part="base"><span class="frame" part="image"></span><span class="words"></span>${addable ? html`<button disabled></button>` : nothing}</div>`;
    const [more, priced] = [this.#more, this.#more?.priced(product) ?? product];
    const show = productCardShow(priced);
    const choice = addable && !show.soldOut && product.variants?.length;
    return html`
      <article class="base ${show.reduced ? 'less' : ''}" part="base" dir=${this.dir || nothing}>
        <span class="frame" part="image">${this.#picture(product)}${this.#badge(show)}</span>
        <span class="words ${choice ? 'open' : ''}">
          ${product.brand && html`<span class="brand">${product.brand}</span>`}
          ${this.#name(product, show)}
          ${product.rating?.count ? html`<span class="rating" part="rating">${more?.rating()}</span>` : nothing}
          ${choice ? html`<span class="choice">${more?.choice()}</span>` : nothing}
          ${this.#price(priced, show)}
        </span>
        ${addable ? (show.soldOut ? html`<span class="choice"></span>` : this.#button(show)) : nothing}
        ${saved === undefined ? nothing : more?.heart()}${because || refusable ? more?.about() : nothing}
      </article>
    `;
  }

  protected override updated(): void {
    const { product, because, refusable, saved, broken } = this;
    if (this.#more || !product) return;
    if (!needsMore(product) && !(because || refusable || saved !== undefined || broken)) return;
    this.bring(
      () => import('./card-more.ts'),
      ({ createCardMore }) => {
        this.#more ??= createCardMore(this);
      },
    );
  }

  #picture({ image }: Product): TemplateResult | undefined {
    const src = safeUrl(image?.src);
    if (!image || !src || this.broken === src) return this.#more?.drawing();
    return html`<img src=${src} width=${image.width} height=${image.height} alt="" loading="lazy" decoding="async"
      draggable="false" @error=${() => {
        this.broken = src;
      }} />`;
  }

  #badge({ soldOut, percent }: ProductCardShow): unknown {
    if (soldOut) return html`<span class="badge" part="badge">${this.safeHost.text('card.sold-out')}</span>`;
    if (!percent) return nothing;
    const format = new Intl.NumberFormat(this.locale, { style: 'percent', signDisplay: 'always' });
    const words = format.format(-percent / 100);
    return html`<span class="badge less" part="badge"><bdi dir="ltr">${words}</bdi></span>`;
  }

  #name({ url }: Product, { title }: ProductCardShow): TemplateResult {
    const href = safeUrl(url);
    if (!href) return html`<span class="name" part="label">${title}</span>`;
    return html`<a class="name" part="label" href=${href} draggable="false" @click=${this.#select} @auxclick=${this.#select}>${title}</a>`;
  }

  #price({ price, oldPrice }: Product, { reduced }: ProductCardShow): unknown {
    if (!price) return nothing;
    const { text } = this.safeHost;
    const now = html`<span class="now">${formatMoney(price, this.locale)}</span>`;
    if (!reduced || !oldPrice) return html`<span class="price" part="price">${now}</span>`;
    return html`<span class="price" part="price"
      ><span class="unseen">${text('card.now')} </span>${now}<span class="unseen"> ${text('card.before')} </span
      ><s>${formatMoney(oldPrice, this.locale)}</s></span
    >`;
  }

  #button({ title }: ProductCardShow): TemplateResult {
    const key = this.adding ? addingTexts[this.adding] : 'card.add';
    const words = this.safeHost.text(key);
    return html`<button type="button" part="button" class=${this.adding ?? ''} aria-label="${words}: ${title}"
      aria-disabled=${this.adding === 'busy' ? 'true' : nothing} @click=${this.#add}>${words}</button>`;
  }

  readonly #select = (event: MouseEvent): void => {
    // The middle button follows a link as well; the right one only opens a menu.
    if (event.button !== 2 && !this.dispatchEvent(new ProductCardSelectEvent(this.#detail)))
      event.preventDefault();
  };

  readonly #add = (): void => {
    const more = this.#more;
    // Which one, the visitor cannot have said before the choice is there.
    if (this.adding === 'busy' || (this.product?.variants?.length && !more)) return;
    const variant = more?.variant();
    this.dispatchEvent(new ProductCardAddEvent({ ...this.#detail, ...(variant && { variant }) }));
  };

  get #detail(): ProductCardDetail {
    return { productId: this.product?.id ?? '', position: this.position };
  }
}

/** Text of the button by what became of the wish. */
const addingTexts = { busy: 'card.adding', done: 'card.added', failed: 'card.add-failed' } as const;

declare global {
  interface HTMLElementTagNameMap {
    'regulars-product-card': RegularsProductCard;
  }
}
