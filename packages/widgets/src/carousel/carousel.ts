import type { CarouselView, RankedCard, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { createImpressions, type Impressions } from '../lib/impressions.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import type { ProductCardAddEvent, ProductCardSelectEvent } from '../product-card/product-card.events.ts';
import { RegularsProductCard } from '../product-card/product-card.ts';
import type { Autoplay } from './autoplay.ts';
import {
  type Anchor,
  anchorOf,
  type CardWindow,
  followScroll,
  shownPlaces,
  windowAt,
} from './card-window.ts';
import { bundleButton, controls } from './carousel.controls.ts';
import { CarouselClickedEvent, CarouselViewedEvent } from './carousel.events.ts';
import { settle, skeleton, slides } from './carousel.slides.ts';
import { styles } from './carousel.styles.ts';
import { type CarouselShow, type carouselEnds, carouselShow } from './carousel.view.ts';
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
 * @csspart rotation - Button that stops and starts a row that moves by itself.
 * @csspart add-all - Button of a bundle.
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
    cardWindow: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  /** Name of the region when the campaign has no title. */
  declare label: string | undefined;
  /** Time half of a card must be on screen to count as viewed, ms (default 1000). */
  declare dwellMs: number;
  declare private ends: ReturnType<typeof carouselEnds>;
  declare private cardWindow: CardWindow;

  readonly #counted = new Set<string>();
  #impressions: Impressions | undefined;
  #track: HTMLElement | null = null;
  #stopTrack: (() => void) | undefined;
  #anchor: Anchor | null = null;
  #shown: readonly RankedCard[] = [];
  #autoplay: Autoplay | undefined;
  #said = '';

  constructor() {
    super();
    this.dwellMs = 1000;
    this.ends = { scrolls: false, before: false, after: false };
    this.cardWindow = windowAt(0, 0);
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
    this.#autoplay?.stop();
    this.#autoplay = undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const cards = this.shownView?.cards ?? [];
    if (cards === this.#shown) return;
    // Cards come and go while the visitor looks at one: it must not move.
    this.#anchor = this.#track && anchorOf(this.#track);
    const kept = cards.findIndex(({ product }) => product.id === this.#anchor?.id);
    this.#shown = cards;
    this.cardWindow = windowAt(Math.max(0, kept), cards.length);
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
          ${controls({ ends: this.ends, autoplay: this.#autoplay, safeHost: this.safeHost, page: this.#page })}
        </header>
        ${show.message ? html`<p class=${show.mode === 'loading' ? 'unseen' : 'message'} role="status">${text(show.message)}</p>` : nothing}
        <p class="unseen" aria-live=${this.#autoplay?.isOn() ? 'off' : 'polite'}>${this.#said}</p>
        ${
          show.mode === 'message'
            ? nothing
            : html`
          <div class="track ${view?.props?.layout ?? ''} ${show.cards.length > 40 ? 'long' : ''} ${show.cards.length === 1 ? 'single' : ''}" part="track" @scroll=${this.#measure}
            @regulars-product-card-select=${this.#card} @regulars-product-card-add=${this.#card}>
            ${this.#slides(show)}
          </div>${bundleButton(view, this.safeHost)}`
        }
      </section>
    `;
  }

  #slides({ mode, cards }: CarouselShow): unknown {
    if (mode === 'slides') return html`<slot @slotchange=${this.#measure}></slot>`;
    if (mode === 'loading') return skeleton();
    const { host, safeHost } = this;
    return slides({ view: this.shownView, cards, window: this.cardWindow, host, safeHost });
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
    if (track) settle(track, this.#anchor);
    this.#anchor = null;
    this.#measure();
    this.#followAutoplay();
    const items = this.renderRoot.querySelectorAll<HTMLElement>('.item[data-id]');
    if (items.length === 0 && !this.#impressions) return;
    this.#impressions ??= createImpressions(this.#viewed, { dwellMs: this.dwellMs, counted: this.#counted });
    const campaignId = this.shownView?.campaignId;
    this.#impressions.watch(new Map([...items].map((item) => [`${campaignId} ${item.dataset.id}`, item])));
  }

  readonly #measure = (): void => {
    const track = this.renderRoot.querySelector('.track');
    if (!track) return;
    this.cardWindow = followScroll(track, this.#shown.length, this.cardWindow);
    const next = measureTrack(track);
    const { scrolls, before, after } = this.ends;
    if (next.scrolls !== scrolls || next.before !== before || next.after !== after) this.ends = next;
  };

  /** 0: back to the start. */
  readonly #page = (direction: 1 | 0 | -1): void => {
    const track = this.renderRoot.querySelector('.track');
    if (!track) return;
    pageTrack(track, direction);
    if (this.#autoplay?.isOn()) return;
    // One sentence per act, once the row has come to rest; none while it moves by itself.
    const say = (): void => {
      const place = shownPlaces(track, this.#shown.length);
      this.#said = place ? this.safeHost.text('carousel.showing', place) : '';
      this.requestUpdate();
    };
    track.addEventListener('scrollend', say, { once: true });
  };

  /** A row that moves by itself needs more code: it comes with the first one. */
  #followAutoplay(): void {
    const seconds = this.ends.scrolls ? this.shownView?.props?.autoplay : undefined;
    if (!seconds || this.#autoplay) return;
    void import('./autoplay.ts').then(({ startAutoplay }) => {
      if (!this.isConnected || this.#autoplay) return;
      const next = (): void => this.#page(this.ends.after ? 1 : 0);
      this.#autoplay = startAutoplay(this, { seconds, next, changed: () => this.requestUpdate() });
      this.requestUpdate();
    });
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

  readonly #card = (event: ProductCardSelectEvent | ProductCardAddEvent): void => {
    // After all listeners: the page may still prevent it.
    queueMicrotask(() => {
      const campaignId = this.shownView?.campaignId;
      if (event.defaultPrevented || !campaignId) return;
      const clicked = event.type === 'regulars-product-card-select';
      const act = clicked ? 'clicked' : 'add-to-cart';
      this.safeHost.report({ type: 'card', campaignId, act, ...event.detail });
      if (clicked) this.dispatchEvent(new CarouselClickedEvent({ campaignId, ...event.detail }));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-carousel': RegularsCarousel;
  }
}
