import { css } from '../lib/plain-css.ts';

/**
 * A row that snaps; the number of cards follows the width of the element, not of the screen. Colours and buttons are
 * those of the visual language, in the few words that a row without cards needs (a test holds them together).
 */
const rowText: string = css`
  .base {
    container: regulars-carousel / inline-size;
    --_r-gap: var(--regulars-carousel-gap, 16px);
  }
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* Slides of the page keep what they inherit from it. */
  .base.own {
    all: unset;
    display: block;
    container: regulars-carousel / inline-size;
    --_r-accent: var(--regulars-color-accent, #3148c8);
    --_r-surface: var(--regulars-color-surface, #fff);
    --_r-text: var(--regulars-color-text, #15171c);
    --_r-muted: var(--regulars-color-muted, #585e6b);
    --_r-sunken: var(--regulars-color-sunken, #f4f5f8);
    --_r-line: var(--regulars-color-line, #e2e4ea);
    --_r-s: var(--regulars-space-s, 8px);
    --_r-m: var(--regulars-space-m, 16px);
  }
  @supports (color: light-dark(#000, #fff)) {
    .base.own {
      --_r-accent: var(--regulars-color-accent, light-dark(#3148c8, #a9b6ff));
      --_r-surface: var(--regulars-color-surface, light-dark(#fff, #1b1d24));
      --_r-text: var(--regulars-color-text, light-dark(#15171c, #f2f3f6));
      --_r-muted: var(--regulars-color-muted, light-dark(#585e6b, #aeb4c2));
      --_r-sunken: var(--regulars-color-sunken, color-mix(in srgb, var(--_r-surface), var(--_r-text) 5%));
      --_r-line: var(--regulars-color-line, color-mix(in srgb, var(--_r-surface), var(--_r-text) 13%));
    }
  }
  .round {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 44px;
    block-size: 44px;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_r-line);
    border-radius: 50%;
    background: var(--_r-surface);
    color: var(--_r-text);
    cursor: pointer;
    touch-action: manipulation;
  }
  .round:hover {
    border-color: var(--_r-muted);
  }
  .round:active {
    background: var(--_r-sunken);
  }
  .round:focus-visible {
    outline: 3px solid var(--_r-accent);
    outline-offset: 2px;
  }
  .round[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  svg {
    display: block;
  }
  .turns:dir(rtl) {
    scale: -1 1;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  header {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: var(--_r-m);
    margin-block-end: var(--_r-m);
  }
  .controls {
    display: flex;
    gap: var(--_r-s);
    margin-inline-start: auto;
  }
  /* Its room stays: whether the row scrolls is known only once it stands. */
  .controls[hidden] {
    display: flex;
    visibility: hidden;
  }
  .track[hidden],
  .off {
    display: none;
  }
  .track {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: var(
      --regulars-carousel-item-size,
      calc((100% - (var(--_r-count) - 1) * var(--_r-gap)) / var(--_r-count))
    );
    gap: var(--_r-gap);
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline mandatory;
    scroll-padding-inline: 4px;
    scrollbar-width: none;
    padding: 4px;
    margin: -4px;
    --_r-count: 2.2;
  }
  .track::-webkit-scrollbar {
    display: none;
  }
  .track.dragging {
    scroll-snap-type: none;
    cursor: grabbing;
    user-select: none;
  }
  .item,
  ::slotted(*) {
    scroll-snap-align: start;
    min-inline-size: 0;
  }
  @container regulars-carousel (inline-size < 300px) {
    .track {
      --_r-count: 1.25;
    }
  }
  @container regulars-carousel (inline-size >= 560px) {
    .track {
      --_r-count: 3.2;
    }
  }
  @container regulars-carousel (inline-size >= 820px) {
    .track {
      --_r-count: 4;
      --_r-gap: var(--regulars-carousel-gap, 20px);
    }
  }
  @container regulars-carousel (inline-size >= 1120px) {
    .track {
      --_r-count: 5;
      --_r-gap: var(--regulars-carousel-gap, 24px);
    }
  }
`;

let sheet: CSSStyleSheet | undefined;

/** Gives a shadow root the row's style sheet, which all rows share. */
export function adoptRowStyles(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rowText);
  }
  root.adoptedStyleSheets.push(sheet);
}
