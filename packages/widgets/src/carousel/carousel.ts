import type { CarouselView, WidgetView } from '@regulars/core';
import type { HostTools } from '../lib/host-tools.ts';
import { PlainElement } from '../lib/plain-element.ts';
import type { Cards } from './cards.ts';
import { cardsPart } from './cards-part.ts';
import { dragScroll } from './drag-scroll.ts';
import { type Ends, endsOf } from './ends.ts';
import { followFocus } from './follow-focus.ts';
import { createFrame, dressEnds, dressFrame, type Frame } from './frame.ts';
import { rowWords, slidesOnly } from './row-alone.ts';
import { countSlides, firstVisible, pageTrack, prefersStill, shownPlaces } from './track.ts';

/** Longest time a paged row moves where no `scrollend` tells of its rest (Safari before 26.2), ms. */
const REST_MS = 700;
const TAG = 'regulars-carousel';
type Values = Readonly<Record<string, string | number>>;

/**
 * A row of products that scrolls and snaps, after the W3C carousel pattern: a named region, slides as named groups,
 * real buttons. Ranked cards render in the shadow root; children of the server's page stay in the light DOM and are
 * the slides while nothing is decided.
 *
 * A row of the page's own slides needs neither Lit nor the cards: those come with the first list. Buttons, the keys
 * that scroll, a mouse that drags, touch and a sideways wheel move it; a slide that gets the focus comes into sight.
 *
 * @element regulars-carousel
 * @slot - Server-rendered slides, shown while nothing is decided.
 * @slot card - A `<template>` for the shop's own card, here or in the `<regulars-slot>` around: `data-field`, `data-image`,
 * `data-link`, `data-act` mark what is filled; `data-variants` on a label with a `<select>`, or on a fieldset with one
 * `[data-variant]` (a radio button and `[data-label]`), lets the visitor choose, and price and cart follow. See the package's README.
 * @fires regulars-carousel-viewed - A card was half visible for a second; once per page view.
 * @fires regulars-carousel-clicked - The visitor followed a card.
 * @fires regulars-widget-failed - A list could not be rendered.
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
export class RegularsCarousel extends PlainElement<CarouselView> {
  static override readonly observedAttributes: readonly string[] = ['for', 'label'];

  #label: string | undefined;
  #dwellMs = 1000;
  #frame: Frame | undefined;
  #cards: Cards | undefined;
  #ends: Ends = { scrolls: false, before: false, after: true };
  #resized: ResizeObserver | undefined;
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /**
   * Name of the region when the campaign has no title.
   * @attr label
   */
  public get label(): string | undefined {
    return this.#label;
  }
  public set label(value: string | undefined) {
    this.#label = value;
    this.requestUpdate();
  }

  /** Time half of a card must be on screen to count as viewed, ms (default 1000). */
  public get dwellMs(): number {
    return this.#dwellMs;
  }
  public set dwellMs(value: number) {
    this.#dwellMs = value;
  }

  /** Registers `<regulars-carousel>`; harmless where it is known already, and on Node. */
  static define(): void {
    // As `defineElement`, which this file does not share: see `PlainElement`.
    if (!globalThis.customElements?.get(TAG)) globalThis.customElements?.define(TAG, RegularsCarousel);
  }

  protected override toolsAtHand(): HostTools | undefined {
    return cardsPart.tools;
  }

  protected override accepts(view: WidgetView): view is CarouselView {
    return view.type === 'carousel';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
    this.#resized?.disconnect();
    this.#resized = undefined;
    this.#cards?.stop();
  }

  protected override update(): void {
    this.#frame ??= this.#build();
    const frame = this.#frame;
    if (this.shownView && !this.#cards) this.#bringCards(frame);
    if (this.#cards?.waits(this.shownView)) return;
    let view = this.#cards ? this.shownView : null;
    let show = this.#cards?.renew(view) ?? slidesOnly;
    // The page's own slides are better than a sentence.
    if (show.mode === 'message' && frame.slot.assignedElements({ flatten: true }).length)
      [view, show] = [null, slidesOnly];
    dressFrame(frame, { view, show, label: this.label, text: this.#text });
    dressEnds(frame, this.#ends, show.mode === 'loading');
    this.#cards?.render(view, show);
    this.#look();
  }

  #build(): Frame {
    const frame = createFrame(this.shadowRoot ?? this.attachShadow({ mode: 'open' }), this.#page);
    const { track, slot } = frame;
    dragScroll(track);
    followFocus(track);
    track.addEventListener('scroll', this.#measure, { passive: true });
    slot.addEventListener('slotchange', this.#look);
    return frame;
  }

  #bringCards(frame: Frame): void {
    const take = (Part: typeof Cards): void => {
      const own = { element: this, frame, bring: this.bring, ends: () => this.#ends, page: this.#page };
      this.#cards ??= new Part({ ...own, still: prefersStill(), first: () => firstVisible(frame.track) });
    };
    if (cardsPart.Cards) take(cardsPart.Cards);
    else
      this.bring(
        () => import('./cards.ts'),
        ({ Cards }) => take(Cards),
      );
  }

  /** Measures in the next frame, which lays out anyway, and whenever the row's box changes. */
  readonly #look = (): void => {
    if (!this.#frame || !this.isConnected) return;
    if (!this.#resized) {
      this.#resized = new ResizeObserver(this.#measure);
      this.#resized.observe(this.#frame.track);
    }
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0;
      this.#measure();
    });
  };

  readonly #measure = (): void => {
    if (!this.#frame || !this.isConnected) return;
    this.#cards?.follow();
    const ends = endsOf(this.#frame.track);
    if (String(Object.values(ends)) === String(Object.values(this.#ends))) return;
    this.#ends = ends;
    dressEnds(this.#frame, ends, this.#frame.track.classList.contains('loading'));
    this.#cards?.fetchParts();
  };

  /** Almost one width on or back along the line, or with 0 to its start; one sentence tells of it, once the row rests. */
  readonly #page = (direction: 1 | 0 | -1): void => {
    const { track } = this.#frame ?? {};
    if (!track) return;
    pageTrack(track, direction);
    // None while it moves by itself.
    if (this.#cards?.moves) return;
    clearTimeout(this.#rest);
    if ('onscrollend' in track) track.addEventListener('scrollend', this.#say, { once: true });
    else this.#rest = setTimeout(this.#say, REST_MS);
  };

  /** The host's words; without one the English ones of the frame, or those that are given. */
  readonly #text = (key: string, values?: Values, otherwise = rowWords[key] ?? key): string => {
    const host = this.knownHost;
    return (host && this.tools?.guardHost(host).text(key, values)) ?? otherwise;
  };

  readonly #say = (): void => {
    if (!this.#frame) return;
    const { track, live } = this.#frame;
    const places = shownPlaces(track, this.shownView?.cards.length || countSlides(track));
    const { from, to, count } = places;
    live.textContent = this.#text('carousel.showing', places, `${from}–${to} / ${count}`);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-carousel': RegularsCarousel;
  }
}
