import { make } from '../debug/dom.ts';
import { styles } from './pick.styles.ts';
import type { PickWords } from './pick-words.ts';

/** Parts of the picker that change. */
export interface PickFrame {
  readonly host: HTMLElement;
  readonly panel: HTMLElement;
  readonly body: HTMLElement;
  /** Frame around the element that is pointed at. */
  readonly aim: HTMLElement;
  readonly closer: HTMLElement;
  /** Says what happens, to everybody. */
  say(words: string): void;
  /** Draws the frame around an element; `null`: none. */
  drawAt(element: Element | null): void;
}

/** Plain DOM with an adopted sheet: works under strict content policies and Trusted Types, and without Lit. */
export function createPickFrame(text: PickWords, lang: string): PickFrame {
  const host = make('regulars-pick', { lang, dir: 'ltr' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const aim = make('div', { class: 'aim', hidden: '' });
  const status = make('p', { class: 'status', role: 'status' }, text('nothing'));
  const closer = make('button', { type: 'button', class: 'icon', 'aria-label': text('close') }, '×');
  const body = make('div', { class: 'body' }, status);
  const aside = make('button', { type: 'button', class: 'icon', 'aria-label': text('aside') }, '⇆');
  const bar = make('div', { class: 'bar' }, make('h2', {}, text('title')), aside, closer);
  const panel = make('aside', { class: 'panel', 'aria-label': text('panel') }, bar, body);
  aside.addEventListener('click', () => panel.classList.toggle('left'));
  root.append(aim, panel);
  return {
    host,
    panel,
    body,
    aim,
    closer,
    say(words) {
      status.textContent = words;
    },
    drawAt(element) {
      aim.hidden = element === null;
      if (!element) return;
      const { left, top, width, height } = element.getBoundingClientRect();
      Object.assign(aim.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    },
  };
}
