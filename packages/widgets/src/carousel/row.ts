import type { CarouselView } from '@regulars/core';
import { nothing } from 'lit';
import type { Bring, RegularsElement } from '../lib/base-element.ts';
import type { Text } from '../lib/types.ts';
import type { Autoplay } from './autoplay.ts';
import { type Ends, MOST_CARDS } from './carousel.view.ts';
import { dragScroll } from './drag-scroll.ts';
import type { CardWindow } from './long-row.ts';
import {
  type Anchor,
  anchorOf,
  bringWhole,
  firstVisible,
  keepInPlace,
  pageTrack,
  shownPlaces,
} from './track.ts';

/** Longest time a paged row moves where no `scrollend` tells of its rest (Safari before 26.2), ms. */
const REST_MS = 700;

/** What a row knows of its element. */
export interface RowInput {
  readonly element: RegularsElement<CarouselView>;
  readonly bring: Bring;
  readonly ends: () => Ends;
}

/**
 * What moves a row that is longer than its box, fetched with the first one that is: a mouse drags it, buttons page it,
 * a card that is looked at stays. Windows above 40 cards and moving by itself come when they are asked for.
 */
export class Row {
  /** Which cards are in the document. */
  window: CardWindow = { start: 0, end: MOST_CARDS };
  /** Sentence about the visitor's last act. */
  said = '';
  readonly #own: RowInput;
  #track: HTMLElement | null = null;
  #anchor: Anchor | null = null;
  #long: typeof import('./long-row.ts') | undefined;
  #autoplay: Autoplay | undefined;
  #stopDrag: (() => void) | undefined;
  #ended = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(own: RowInput) {
    this.#own = own;
  }

  /** Moves by itself now. */
  get moves(): boolean {
    return this.#autoplay?.isOn() === true;
  }

  get #cards(): CarouselView['cards'] {
    return this.#own.element.shownView?.cards ?? [];
  }

  /** The button that stops and starts it. */
  rotation(text: Text): unknown {
    return this.#autoplay?.button(text);
  }

  /** Empty room for cards that are not in the document. */
  room(count: number): unknown {
    return this.#long?.room(count) ?? nothing;
  }

  /** Before other cards are rendered: notes the one that is looked at. */
  renew(): void {
    this.#anchor = this.#track && anchorOf(this.#track);
    const kept = this.#cards.findIndex(({ product }) => product.id === this.#anchor?.id);
    this.window = this.#long?.windowAt(Math.max(0, kept), this.#cards.length) ?? {
      start: 0,
      end: MOST_CARDS,
    };
  }

  /** After rendering into the track: puts the noted card back into its place. */
  settle(track: HTMLElement | null): void {
    if (track !== this.#track) this.#attend(track);
    if (track) this.#long?.spanRooms(track);
    if (track && this.#anchor) keepInPlace(track, this.#anchor);
    this.#anchor = null;
    this.#fetchParts();
  }

  /** After scrolling: other cards may have to be in the document. */
  follow(): void {
    if (!this.#track || !this.#long) return;
    const next = this.#long.followScroll(firstVisible(this.#track), this.#cards.length, this.window);
    if (next === this.window) return;
    this.window = next;
    this.#own.element.requestUpdate();
  }

  /** Almost one width on or back along the line, or with 0 to its start. */
  page(direction: 1 | 0 | -1): void {
    if (!this.#track) return;
    pageTrack(this.#track, direction);
    // One sentence per act, once the row has come to rest; none while it moves by itself.
    if (this.moves || !this.#cards.length) return;
    clearTimeout(this.#rest);
    if ('onscrollend' in this.#track) this.#track.addEventListener('scrollend', this.#say, { once: true });
    else this.#rest = setTimeout(this.#say, REST_MS);
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#rest);
    this.#stopDrag?.();
    this.#autoplay?.stop();
  }

  readonly #say = (): void => {
    if (!this.#track) return;
    const { element } = this.#own;
    this.said = element.safeHost.text('carousel.showing', shownPlaces(this.#track, this.#cards.length));
    element.requestUpdate();
  };

  #attend(track: HTMLElement | null): void {
    this.#stopDrag?.();
    this.#stopDrag = undefined;
    this.#track = track;
    if (!track) return;
    const stopDrag = dragScroll(track, (active) => track.classList.toggle('dragging', active));
    const focus = (event: Event): void => {
      const [link] = event.composedPath();
      // By keyboard alone: a card that moves under a pressed pointer would lose its click.
      if (link instanceof Element && link.matches(':focus-visible') && event.target instanceof Element)
        bringWhole(track, event.target);
    };
    track.addEventListener('focusin', focus);
    this.#stopDrag = () => {
      stopDrag();
      track.removeEventListener('focusin', focus);
    };
  }

  #fetchParts(): void {
    const { element, bring, ends } = this.#own;
    const seconds = element.shownView?.props?.autoplay;
    if (this.#cards.length > MOST_CARDS && !this.#long)
      bring(
        () => import('./long-row.ts'),
        (part) => {
          this.#long = part;
        },
      );
    if (!seconds || !ends().scrolls || this.#autoplay) return;
    bring(
      () => import('./autoplay.ts'),
      ({ startAutoplay }) => {
        if (this.#ended || this.#autoplay) return;
        const next = (): void => this.page(ends().after ? 1 : 0);
        this.#autoplay = startAutoplay(element, { seconds, next, changed: () => element.requestUpdate() });
      },
    );
  }
}
