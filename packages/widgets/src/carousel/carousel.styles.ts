import { type CSSResult, css } from 'lit';

/** A row that snaps; the number of cards follows the width of the element, not of the screen. */
export const styles: CSSResult = css`
  .base {
    container: regulars-carousel / inline-size;
    --_r-gap: var(--regulars-carousel-gap, 16px);
  }
  /* Slides of the page keep what they inherit from it. */
  .base.own {
    all: unset;
    display: block;
    container: regulars-carousel / inline-size;
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
    visibility: hidden;
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
  /* Frames of what is on its way are no place to scroll to. */
  .loading {
    overflow: hidden;
  }
  /* Between cards that are not in the document there is nothing to snap to. */
  .track.long {
    scroll-snap-type: inline proximity;
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
  .grid,
  .bundle,
  .list {
    grid-auto-flow: row;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(8.5em, 18%)), 1fr));
    overflow: visible;
  }
  .list {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 22em), 1fr));
  }
  .all {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_r-s) var(--_r-m);
    min-block-size: 44px;
    margin-block-start: var(--_r-m);
  }
  .single {
    grid-auto-columns: minmax(0, 20em);
  }
  .message {
    padding: var(--_r-l);
    border: 1px dashed var(--_r-line);
    border-radius: var(--_r-radius);
    color: var(--_r-muted);
    text-align: center;
  }
`;
