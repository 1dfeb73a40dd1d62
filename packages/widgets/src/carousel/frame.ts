import type { CarouselView } from '@regulars/core';
import { makeElement, makeIcon, putAttribute } from '../lib/make-element.ts';
import type { Text } from '../lib/types.ts';
import type { CarouselShow } from './carousel.view.ts';
import type { Ends } from './ends.ts';
import { adoptRowStyles } from './row.styles.ts';

/** What stands in every row, whoever fills it. */
export interface Frame {
  readonly base: HTMLElement;
  /** Title and text of a campaign go in here. */
  readonly words: HTMLElement;
  readonly controls: HTMLElement;
  readonly previous: HTMLElement;
  readonly next: HTMLElement;
  /** A state in words. */
  readonly message: HTMLElement;
  /** What the visitor's last act led to. */
  readonly live: HTMLElement;
  readonly track: HTMLElement;
  /** The page's own slides. */
  readonly slot: HTMLSlotElement;
}

/** Builds a row's frame in a shadow root; `page` is told by its buttons. */
export function createFrame(root: ShadowRoot, page: (direction: 1 | -1) => void): Frame {
  adoptRowStyles(root);
  const button = (part: 'previous' | 'next', way: 1 | -1, d: string): HTMLElement => {
    const made = makeElement('button', { type: 'button', class: 'round', part }, makeIcon(d, true));
    made.addEventListener('click', () => page(way));
    return made;
  };
  const previous = button('previous', -1, 'm15 5-7 7 7 7');
  const next = button('next', 1, 'm9 5 7 7-7 7');
  const words = makeElement('div');
  // Whether the row scrolls is known only once it stands.
  const controls = makeElement('div', { class: 'controls', hidden: '' }, previous, next);
  const message = makeElement('p', { role: 'status', hidden: '' });
  const live = makeElement('p', { class: 'unseen', 'aria-live': 'polite' });
  const slot = makeElement('slot');
  const track = makeElement('div', { class: 'track', part: 'track' }, slot);
  const header = makeElement('header', { part: 'header' }, words, controls);
  const base = makeElement('section', { part: 'base' }, header, message, live, track);
  root.append(base);
  return { base, words, controls, previous, next, message, live, track, slot };
}

/** What a frame says. */
export interface FrameWords {
  readonly view: CarouselView | null;
  readonly show: CarouselShow;
  /** The page's own name of the row. */
  readonly label: string | undefined;
  readonly text: Text;
}

/** Names and boxes of a frame. */
export function dressFrame(frame: Frame, { view, show, label, text }: FrameWords): void {
  const { base, controls, previous, next, message, track, slot } = frame;
  const { mode } = show;
  const own = mode === 'slides';
  base.className = own ? 'base own' : 'base';
  putAttribute(base, 'lang', view?.lang);
  putAttribute(base, 'dir', view?.dir);
  putAttribute(base, 'aria-label', view?.texts.title ?? label ?? text('carousel.products'));
  putAttribute(base, 'aria-roledescription', text('carousel.carousel'));
  putAttribute(previous, 'aria-label', text('carousel.previous'));
  putAttribute(next, 'aria-label', text('carousel.next'));
  const { layout = 'row' } = view?.props ?? {};
  controls.className = layout === 'row' && mode !== 'message' ? 'controls' : 'off';
  message.hidden = !show.message;
  message.className = mode === 'loading' ? 'unseen' : 'message';
  message.textContent = show.message ? text(show.message) : '';
  track.hidden = mode === 'message';
  slot.hidden = !own;
  for (const name of ['row', 'grid', 'list', 'bundle']) track.classList.toggle(name, name === layout);
  for (const name of ['slides', 'loading', 'cards']) track.classList.toggle(name, name === mode);
  track.classList.toggle('single', show.cards.length === 1);
}

/** What the buttons of a frame say of its ends. */
export function dressEnds(
  { controls, previous, next }: Frame,
  { scrolls, before, after }: Ends,
  frozen: boolean,
): void {
  controls.hidden = !scrolls || frozen;
  putAttribute(previous, 'aria-disabled', String(!before));
  putAttribute(next, 'aria-disabled', String(!after));
}
