import type { CarouselView, RankedCard, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { pageTokens } from '../lib/page-tokens.styles.ts';
import { richWords } from '../lib/rich-words.ts';
import { RegularsProductCard } from '../product-card/product-card.ts';
import { controls } from './carousel.controls.ts';
import { slides } from './carousel.slides.ts';
import { styles } from './carousel.styles.ts';
import { carouselEnds, carouselShow, type Ends, endsOf, MOST_CARDS } from './carousel.view.ts';
import { type CardRequest, reportCard } from './report-card.ts';
import type { Row } from './row.ts';
import type { CardWatch } from './watch-cards.ts';

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
 * @csspart total - What a bundle costs together.
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
  static override styles: CSSResultGroup = [pageTokens, buttons, styles];

  /** Name of the region when the campaign has no title. */
  declare label: string | undefined;
  /** Time half of a card must be on screen to count as viewed, ms (default 1000). */
  declare dwellMs: number;
  declare private ends: Ends;

  readonly #words: (text: string) => unknown = richWords(this.bring);
  readonly #counted = new Set<string>();
  #watch: CardWatch | undefined;
  #track: HTMLElement | null = null;
  #resized: ResizeObserver | undefined;
  #row: Row | undefined;
  #bundle: typeof import('./bundle.ts') | undefined;
  #shown: readonly RankedCard[] = [];
  #dir: string | undefined;

  constructor() {
    super();
    this.dwellMs = 1000;
    this.ends = carouselEnds({ offset: 0, size: 0, length: 0 });
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
    this.#resized?.disconnect();
    this.#row?.stop();
    this.#watch?.stop();
    this.#track = null;
    this.#row = undefined;
    this.#watch = undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const { cards = [], dir } = this.shownView ?? {};
    // Cards come and go, or the line turns, while the visitor looks at one: it must not move.
    if (cards !== this.#shown || dir !== this.#dir) this.#row?.renew();
    this.#shown = cards;
    this.#dir = dir;
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const show = carouselShow(view);
    const { host, safeHost, ends } = this;
    const { text } = safeHost;
    const { title, body } = view?.texts ?? {};
    const [{ layout = 'row' }, { mode, cards, message }] = [view?.props ?? {}, show];
    const row = this.#row;
    const { start, end } = row?.window ?? { start: 0, end: MOST_CARDS };
    return html`
      <section class="base ${mode === 'slides' ? 'own' : ''}" part="base" lang=${view?.lang ?? nothing} dir=${view?.dir ?? nothing}
        aria-label=${title ?? this.label ?? text('carousel.products')} aria-roledescription=${text('carousel.carousel')}>
        <header part="header">
          <div>${title && html`<h2 class="title" part="title">${title}</h2>`}${body && html`<p class="quiet">${this.#words(body)}</p>`}</div>
          ${layout === 'row' && mode !== 'message' ? controls({ hidden: !ends.scrolls || mode === 'loading', ends, rotation: row?.rotation(text), text, page: this.#page }) : nothing}
        </header>
        ${message && html`<p class=${mode === 'loading' ? 'unseen' : 'message'} role="status">${text(message)}</p>`}
        <p class="unseen" aria-live=${row?.moves ? 'off' : 'polite'}>${row?.said}</p>
        ${
          mode === 'message'
            ? nothing
            : html`<div class="track ${layout} ${mode} ${cards.length > MOST_CARDS ? 'long' : ''} ${cards.length === 1 ? 'single' : ''}" part="track" @scroll=${this.#measure}
            @regulars-product-card-select=${this.#card} @regulars-product-card-add=${this.#card} @regulars-product-card-refuse=${this.#card} @regulars-product-card-save=${this.#card}>
            ${
              mode === 'slides'
                ? html`<slot @slotchange=${this.#measure}></slot>`
                : html`${row?.room(start)}${slides({ view, show, start, end, host, safeHost })}${row?.room(cards.length - end)}`
            }
          </div>${view?.addToCart && layout === 'bundle' ? html`<div class="all">${mode === 'cards' ? this.#bundle?.bundleButton(view, safeHost) : ''}</div>` : nothing}`
        }
      </section>
    `;
  }

  protected override updated(): void {
    // An update that was asked for before the removal comes after it: what it would start nobody would stop.
    if (!this.isConnected) return;
    const track = this.renderRoot.querySelector<HTMLElement>('.track');
    if (track !== this.#track) {
      this.#resized?.disconnect();
      this.#resized = new ResizeObserver(this.#measure);
      if (track) this.#resized.observe(track);
      this.#track = track;
    }
    this.#row?.settle(track);
    this.#measure();
    this.#watch?.look();
    if (track) this.#fetchParts();
  }

  readonly #measure = (): void => {
    if (!this.#track) return;
    this.#row?.follow();
    const ends = endsOf(this.#track);
    if (String(Object.values(ends)) !== String(Object.values(this.ends))) this.ends = ends;
  };

  /** What only some lists need comes with the first one that does, and what counts cards once they stand. */
  #fetchParts(): void {
    if (this.ends.scrolls && !this.#row) this.#withRow();
    if (this.shownView?.props?.layout === 'bundle' && !this.#bundle)
      this.bring(
        () => import('./bundle.ts'),
        (part) => {
          this.#bundle = part;
        },
      );
    if (this.#shown.length > 0 && !this.#watch)
      this.bring(
        () => import('./watch-cards.ts'),
        ({ watchCards }) => {
          if (this.isConnected)
            this.#watch ??= watchCards(this, { dwellMs: this.dwellMs, counted: this.#counted });
        },
      );
  }

  #withRow(direction?: 1 | -1): void {
    this.bring(
      () => import('./row.ts'),
      ({ Row }) => {
        if (!this.isConnected) return;
        this.#row ??= new Row({ element: this, bring: this.bring, ends: () => this.ends });
        this.#row.settle(this.#track);
        if (direction) this.#row.page(direction);
      },
    );
  }

  readonly #page = (direction: 1 | -1): void =>
    this.#row ? this.#row.page(direction) : this.#withRow(direction);

  readonly #card = (event: CardRequest): void => reportCard(this, event);
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-carousel': RegularsCarousel;
  }
}
