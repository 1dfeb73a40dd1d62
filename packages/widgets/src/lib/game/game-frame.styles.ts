import { type CSSResult, css } from 'lit';

/** The card of a game with room for its stage, beside each other where there is room. */
export const gameFrame: CSSResult = css`
  .base {
    container: regulars-game / inline-size;
    --_r-first: var(--regulars-game-color-1, #3148c8);
    --_r-second: var(--regulars-game-color-2, #f1c75b);
    --_r-third: var(--regulars-game-color-3, #16795c);
    --_r-fourth: var(--regulars-game-color-4, #f5ede0);
    --_r-fifth: var(--regulars-game-color-5, #ec9a80);
    --_r-sixth: var(--regulars-game-color-6, #b7d5ee);
  }
  .card {
    display: grid;
    gap: var(--_r-m) var(--_r-l);
  }
  @container regulars-game (inline-size >= 640px) {
    .card {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      grid-template-rows: auto 1fr;
      align-items: start;
      padding: calc(var(--_r-l) * 1.35);
      column-gap: calc(var(--_r-l) * 1.5);
    }
    .stage {
      grid-area: 1 / 1 / span 2;
    }
  }
  .stage {
    position: relative;
    inline-size: min(100%, 22em);
    margin-inline: auto;
  }
  .side {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: var(--_r-m);
    min-inline-size: 0;
  }
  .title {
    font-size: 1.5em;
  }
  .stage:empty {
    aspect-ratio: 8 / 5;
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
`;
