import { type CSSResult, css } from 'lit';

/** A game: its stage, its button and its result; beside each other where there is room. */
export const game: CSSResult = css`
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
  .act {
    align-self: start;
    min-block-size: 50px;
    padding-inline: 1.6em;
    font-size: 1.0625em;
  }
  .result {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .result:focus-visible {
    border-radius: 4px;
  }
  .result:empty,
  .reason:empty {
    display: none;
  }
  .reason {
    padding: 0.75em 1em;
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .age {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 44px;
  }
  .age input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_r-accent);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  caption {
    padding-block-end: 0.3em;
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    padding: 0.45em 0;
    border-block-end: 1px solid var(--_r-line);
    text-align: start;
    font-weight: inherit;
  }
  thead th {
    color: var(--_r-muted);
    font-size: 0.9em;
  }
  td:last-child,
  thead th:last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  table + p {
    margin-block-start: var(--_r-s);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_r-xs) var(--_r-m);
    margin-block-start: var(--_r-s);
  }
  tr.won {
    font-weight: 700;
  }
`;
