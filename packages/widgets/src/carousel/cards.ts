import type { CarouselView, RankedCard } from '@regulars/core';
import { html, nothing, render } from 'lit';
import { WidgetFailedEvent } from '../lib/base.events.ts';
import { guardHost } from '../lib/guard-host.ts';
import { richWords } from '../lib/rich-words.ts';
import { RegularsProductCard } from '../product-card/product-card.ts';
import type { Autoplay } from './autoplay.ts';
import type { CardsInput } from './cards-input.ts';
import { slides } from './carousel.slides.ts';
import { adoptCardStyles } from './carousel.styles.ts';
import { type CarouselShow, carouselShow, MOST_CARDS } from './carousel.view.ts';
import type { CardWindow } from './long-row.ts';
import type { OwnCards } from './own-cards.ts';
import { ownTemplate } from './own-template.ts';
import { type CardRequest, reportCard } from './report-card.ts';
import type { CardWatch } from './watch-cards.ts';

/**
 * Ranked cards in a row's frame: words, cards, what a list needs besides. Windows above 40 cards, moving by itself,
 * bundles and counting come when a list asks for them.
 */
export class Cards {
  readonly #own: CardsInput;
  readonly #words: (text: string) => unknown;
  readonly #counted = new Set<string>();
  readonly #all: HTMLElement = document.createElement('div');
  /** Which cards are in the document. */
  #window: CardWindow = { start: 0, end: MOST_CARDS };
  #shown: readonly RankedCard[] = [];
  #isLong = false;
  #dir: string | undefined;
  #watch: CardWatch | undefined;
  #long: typeof import('./long-row.ts') | undefined;
  #bundle: typeof import('./bundle.ts') | undefined;
  #autoplay: Autoplay | undefined;
  #cards: OwnCards | undefined;

  constructor(own: CardsInput) {
    this.#own = own;
    this.#words = richWords(own.bring);
    const { element, frame } = own;
    RegularsProductCard.define();
    adoptCardStyles(element.shadowRoot);
    frame.base.append(this.#all);
    const card = (event: Event): void => reportCard(element, event as CardRequest);
    for (const act of ['select', 'add', 'refuse', 'save'])
      frame.track.addEventListener(`regulars-product-card-${act}`, card);
  }

  /** Moves by itself now. */
  get moves(): boolean {
    return this.#autoplay?.isOn() === true;
  }

  /** The row is under way: other cards wait until it rests, or it would be stopped short. */
  waits(view: CarouselView | null): boolean {
    return this.#watch?.moves() === true && view?.state === 'ready' && view.cards !== this.#shown;
  }

  /** Before other cards are rendered: cards come and go, or the line turns, while the visitor looks at one, which must not move. */
  renew(view: CarouselView | null): CarouselShow {
    this.#safely(() => {
      const { cards = [], dir, props } = view ?? {};
      if (cards === this.#shown && dir === this.#dir) return;
      this.#shown = cards;
      this.#dir = dir;
      const kept = Math.max(0, this.#watch?.remember(cards) ?? 0);
      // What wraps scrolls with the page, which tells nobody: all of it stands.
      this.#isLong = cards.length > MOST_CARDS && (props?.layout ?? 'row') === 'row';
      const whole = { start: 0, end: this.#isLong ? MOST_CARDS : cards.length };
      this.#window = (this.#isLong && this.#long?.windowAt(kept, cards.length)) || whole;
    });
    // Cards of the shop's own template are awaited, so that no others stand there first.
    return carouselShow(view && this.#fetchOwn() ? null : view);
  }

  /** Fills the frame. */
  render(view: CarouselView | null, show: CarouselShow): void {
    this.#safely(() => this.#fill(view, show));
  }

  /** A view that cannot be rendered is told as `regulars-widget-failed`. */
  #safely(act: () => void): void {
    const { element } = this.#own;
    try {
      act();
    } catch (error) {
      element.dispatchEvent(new WidgetFailedEvent({ element: element.localName, message: String(error) }));
    }
  }

  #fill(view: CarouselView | null, show: CarouselShow): void {
    const { element, frame } = this.#own;
    const { words, track, controls, previous, live } = frame;
    const { knownHost: host } = element;
    const safeHost = guardHost(host);
    const { mode, cards } = show;
    const { title, body } = view?.texts ?? {};
    const [{ start, end }, long] = [this.#window, this.#long];
    render(
      html`${title && html`<h2 class="title" part="title">${title}</h2>`}${body && html`<p class="quiet">${this.#words(body)}</p>`}`,
      words,
    );
    track.classList.toggle('long', this.#isLong);
    const room = (count: number): unknown => long?.room(count) ?? nothing;
    render(
      mode === 'slides' || mode === 'message'
        ? nothing
        : html`${room(start)}${slides({ view, show, start, end, host, safeHost, own: this.#cards })}${room(cards.length - end)}`,
      track,
    );
    this.#cards?.settle();
    const bundle = view?.addToCart && view.props?.layout === 'bundle' && mode !== 'message';
    this.#all.className = bundle ? 'all' : 'off';
    render(bundle && mode === 'cards' ? this.#bundle?.bundleButton(view, safeHost) : nothing, this.#all);
    render(this.#autoplay?.button(safeHost.text), controls, { renderBefore: previous });
    live.ariaLive = this.moves ? 'off' : 'polite';
    long?.spanRooms(track);
    this.#watch?.restore();
    this.#watch?.look();
    this.fetchParts();
  }

  /** After scrolling: other cards may have to be in the document. */
  follow(): void {
    if (!this.#long || !this.#isLong) return;
    const { element, first } = this.#own;
    const next = this.#long.followScroll(first(), this.#shown.length, this.#window);
    if (next === this.#window) return;
    this.#window = next;
    element.requestUpdate();
  }

  stop(): void {
    this.#watch?.stop();
    this.#autoplay?.stop();
    this.#watch = this.#autoplay = undefined;
  }

  /** What only some lists need comes with the first one that does, and what counts cards once they stand. */
  fetchParts(): void {
    const { element, bring } = this.#own;
    const [counted, { frame }] = [this.#counted, this.#own];
    const { layout } = element.shownView?.props ?? {};
    if (layout === 'bundle' && !this.#bundle)
      bring(
        () => import('./bundle.ts'),
        (part) => {
          this.#bundle = part;
        },
      );
    if (this.#isLong && !this.#long)
      bring(
        () => import('./long-row.ts'),
        (part) => {
          this.#long = part;
        },
      );
    if (this.#shown.length > 0 && !this.#watch)
      bring(
        () => import('./watch-cards.ts'),
        ({ watchCards }) => {
          const { dwellMs, isConnected } = element;
          if (isConnected) this.#watch ??= watchCards(element, { dwellMs, counted, frame });
        },
      );
    this.#fetchAutoplay();
  }

  /** Whether the part for the shop's own template is on its way. */
  #fetchOwn(): boolean {
    const { element, bring } = this.#own;
    if (this.#cards || !ownTemplate(element)) return false;
    bring(
      () => import('./own-cards.ts'),
      ({ OwnCards }) => {
        this.#cards ??= new OwnCards(element);
      },
    );
    return true;
  }

  #fetchAutoplay(): void {
    const { element, bring, ends, page, still } = this.#own;
    const seconds = element.shownView?.props?.autoplay;
    if (!seconds || !ends().scrolls || this.#autoplay) return;
    bring(
      () => import('./autoplay.ts'),
      ({ startAutoplay }) => {
        if (!element.isConnected) return;
        const next = (): void => page(ends().after ? 1 : 0);
        this.#autoplay ??= startAutoplay(element, {
          ...{ seconds, still, next },
          changed: () => element.requestUpdate(),
        });
      },
    );
  }
}
