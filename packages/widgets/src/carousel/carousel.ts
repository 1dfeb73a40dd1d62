import type { CarouselView, RankedCard, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { backIcon, forwardIcon } from '../lib/icons.ts';
import { createImpressions, type Impressions } from '../lib/impressions.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import type { ProductCardAddEvent, ProductCardSelectEvent } from '../product-card/product-card.events.ts';
import { RegularsProductCard } from '../product-card/product-card.ts';
import { CarouselClickedEvent, CarouselViewedEvent } from './carousel.events.ts';
import { styles } from './carousel.styles.ts';
import { type CarouselShow, type carouselEnds, carouselShow, SKELETON_COUNT } from './carousel.view.ts';
import { measureTrack, pageTrack, startTrack } from './track.ts';

/**
 * A row of products that scrolls and snaps, after the W3C carousel pattern: a named region, slides as named groups,
 * real buttons. Ranked cards render in the shadow root; children of the server's page stay in the light DOM and are
 * the slides while nothing is decided.
 *
 * @element regulars-carousel
 * @slot - Server-rendered slides, shown while nothing is decided.
 * @fires regulars-carousel-viewed - A card was half visible for a second; once per page view.
 * @fires regulars-carousel-clicked - The visitor followed a card.
 * @csspart base - Wrapper.
 * @csspart header - Title and buttons.
 * @csspart title - Title.
 * @csspart previous - Button back.
 * @csspart next - Button on.
 * @csspart track - The row that scrolls.
 * @csspart item - Box of one card.
 * @csspart card__base - Wrapper of a card.
 * @csspart card__image - Box of a card's picture.
 * @csspart card__label - Title of a card.
 * @cssprop [--regulars-carousel-gap=16px] - Space between cards (20 and 24 px in wide boxes).
 * @cssprop [--regulars-carousel-item-size] - Width of a card; default: as many as fit the element's width.
 */
export class RegularsCarousel extends RegularsElement<CarouselView> {
  static override properties: PropertyDeclarations = {
    label: { type: String },
    dwellMs: { attribute: false },
    ends: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  /** Name of the region when the campaign has no title. */
  declare label: string | undefined;
  /** Time half of a card must be on screen to count as viewed, ms (default 1000). */
  declare dwellMs: number;
  declare private ends: ReturnType<typeof carouselEnds>;

  readonly #counted = new Set<string>();
  #impressions: Impressions | undefined;
  #track: HTMLElement | null = null;
  #stopTrack: (() => void) | undefined;

  constructor() {
    super();
    this.dwellMs = 1000;
    this.ends = { scrolls: false, before: false, after: false };
  }

  /** Registers `<regulars-carousel>` and the card that it renders. */
  static define(): void {
    RegularsProductCard.define();
    defineElement('regulars-carousel', RegularsCarousel);
  }

  protected override accepts(view: WidgetView): view is CarouselView {
    return view.type === 'carousel';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTrack?.();
    this.#stopTrack = undefined;
    this.#track = null;
    this.#impressions?.stop();
    this.#impressions = undefined;
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const show = carouselShow(view);
    const { text } = this.safeHost;
    const name = show.title ?? this.label ?? text('carousel.products');
    return html`
      <section class="base" part="base" lang=${view?.lang ?? nothing} dir=${view?.dir ?? nothing}
        aria-label=${name} aria-roledescription=${text('carousel.carousel')}>
        <header part="header">
          ${
            show.title
              ? html`<div><h2 class="title" part="title">${show.title}</h2>
            ${show.body ? html`<p class="quiet">${richText(show.body)}</p>` : nothing}</div>`
              : nothing
          }
          ${this.#controls()}
        </header>
        ${show.message ? html`<p class=${show.mode === 'loading' ? 'unseen' : 'message'} role="status">${text(show.message)}</p>` : nothing}
        ${
          show.mode === 'message'
            ? nothing
            : html`
          <div class="track ${show.cards.length === 1 ? 'single' : ''}" part="track" @scroll=${this.#measure}
            @regulars-product-card-select=${this.#select} @regulars-product-card-add=${this.#add}>
            ${this.#slides(show)}
          </div>`
        }
      </section>
    `;
  }

  #controls(): TemplateResult {
    const { text } = this.safeHost;
    const { scrolls, before, after } = this.ends;
    return html`<div class="controls" ?hidden=${!scrolls}>
      <button type="button" class="round" part="previous" aria-label=${text('carousel.previous')}
        aria-disabled=${String(!before)} @click=${() => this.#page(-1)}>${backIcon()}</button>
      <button type="button" class="round" part="next" aria-label=${text('carousel.next')}
        aria-disabled=${String(!after)} @click=${() => this.#page(1)}>${forwardIcon()}</button>
    </div>`;
  }

  #slides({ mode, cards }: CarouselShow): unknown {
    if (mode === 'slides') return html`<slot @slotchange=${this.#measure}></slot>`;
    if (mode === 'loading') {
      return Array.from(
        { length: SKELETON_COUNT },
        () => html`<div class="item" aria-hidden="true">
        <div class="frame"></div><div class="line"></div><div class="line short"></div></div>`,
      );
    }
    return cards.map((card, index) => this.#slide(card, index, cards.length));
  }

  #slide({ product }: RankedCard, index: number, count: number): TemplateResult {
    const { text } = this.safeHost;
    const view = this.shownView;
    return html`<div class="item" part="item" role="group" data-id=${product.id}
      aria-roledescription=${text('carousel.slide')} aria-label=${text('carousel.place', { index: index + 1, count })}>
      <regulars-product-card exportparts="base:card__base, image:card__image, label:card__label" .host=${this.knownHost}
        .product=${product} .position=${index} .locale=${view?.lang} .addable=${view?.addToCart === true}
        dir=${view?.dir ?? nothing}></regulars-product-card>
    </div>`;
  }

  protected override updated(): void {
    // An update that was asked for before the removal comes after it: what it would start nobody would stop.
    if (!this.isConnected) return;
    const track = this.renderRoot.querySelector<HTMLElement>('.track');
    if (track !== this.#track) {
      this.#stopTrack?.();
      this.#stopTrack = track ? startTrack(track, this.#measure) : undefined;
      this.#track = track;
    }
    this.#measure();
    const items = this.renderRoot.querySelectorAll<HTMLElement>('.item[data-id]');
    if (items.length === 0 && !this.#impressions) return;
    this.#impressions ??= createImpressions(this.#viewed, { dwellMs: this.dwellMs, counted: this.#counted });
    const campaignId = this.shownView?.campaignId;
    this.#impressions.watch(new Map([...items].map((item) => [`${campaignId} ${item.dataset.id}`, item])));
  }

  readonly #measure = (): void => {
    const track = this.renderRoot.querySelector('.track');
    if (!track) return;
    const next = measureTrack(track);
    const { scrolls, before, after } = this.ends;
    if (next.scrolls !== scrolls || next.before !== before || next.after !== after) this.ends = next;
  };

  #page(direction: 1 | -1): void {
    const track = this.renderRoot.querySelector('.track');
    if (track) pageTrack(track, direction);
  }

  readonly #viewed = (key: string): void => {
    const view = this.shownView;
    const productId = key.slice(key.indexOf(' ') + 1);
    const position = view?.cards.findIndex(({ product }) => product.id === productId) ?? -1;
    if (!view || position < 0) return;
    const { campaignId } = view;
    this.safeHost.report({ type: 'card', campaignId, act: 'viewed', productId, position });
    this.dispatchEvent(new CarouselViewedEvent({ campaignId, productId, position }));
  };

  readonly #select = (event: ProductCardSelectEvent): void => {
    // After all listeners: the page may still prevent it.
    queueMicrotask(() => {
      const campaignId = this.shownView?.campaignId;
      if (event.defaultPrevented || !campaignId) return;
      this.safeHost.report({ type: 'card', campaignId, act: 'clicked', ...event.detail });
      this.dispatchEvent(new CarouselClickedEvent({ campaignId, ...event.detail }));
    });
  };

  readonly #add = (event: ProductCardAddEvent): void => {
    queueMicrotask(() => {
      const campaignId = this.shownView?.campaignId;
      if (event.defaultPrevented || !campaignId) return;
      this.safeHost.report({ type: 'card', campaignId, act: 'add-to-cart', ...event.detail });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-carousel': RegularsCarousel;
  }
}
