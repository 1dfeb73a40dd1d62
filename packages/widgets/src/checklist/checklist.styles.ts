import { type CSSResult, css } from 'lit';

/** A card with ticks; over the page a small card in the corner that folds to its head. */
export const styles: CSSResult = css`
  .box {
    padding: var(--regulars-checklist-padding, 20px);
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
  }
  .over {
    position: fixed;
    inset-block-end: max(var(--_r-m), env(safe-area-inset-bottom));
    inset-inline-end: max(var(--_r-m), env(safe-area-inset-right));
    inline-size: min(22em, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--_r-shadow);
    pointer-events: auto;
  }
  .over.folded {
    padding-block: var(--_r-s);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    column-gap: var(--_r-xs);
    margin-inline-end: -10px;
  }
  .fold svg {
    transition: rotate 0.2s var(--_r-ease);
  }
  .fold[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .small,
  .so-far {
    font-size: 0.875em;
  }
  .so-far {
    color: var(--_r-muted);
    font-variant-numeric: tabular-nums;
  }
  .track {
    block-size: 6px;
    margin-block: var(--_r-s) 0;
    border-radius: 99px;
    background: var(--_r-line);
    overflow: hidden;
  }
  .track i {
    display: block;
    block-size: 100%;
    inline-size: calc(var(--_done) * 100%);
    border-radius: inherit;
    background: var(--_r-accent);
    transition: inline-size 0.4s var(--_r-ease);
  }
  .finished .track i {
    background: var(--_r-good);
  }
  #rest > .quiet {
    margin-block-start: var(--_r-s);
  }
  .name + .so-far {
    white-space: nowrap;
  }
  ol {
    list-style: none;
    margin-block-start: var(--_r-s);
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 12px;
    min-block-size: 44px;
    padding-block: 10px;
    border-block-end: 1px solid var(--_r-line);
  }
  li:last-child {
    border: 0;
  }
  .tick {
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border: 2px solid var(--_r-line);
    border-radius: 50%;
    color: transparent;
  }
  .done .tick {
    border-color: var(--_r-good);
    background: var(--_r-good);
    color: var(--_r-surface);
  }
  .fresh .done .tick {
    animation: glad 0.5s var(--_r-ease);
  }
  @keyframes glad {
    40% {
      scale: 1.18;
    }
  }
  .tick svg {
    inline-size: 15px;
    block-size: 15px;
    stroke-width: 3;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .done .name {
    color: var(--_r-muted);
    font-weight: 500;
  }
  li p {
    font-size: 0.875em;
    color: var(--_r-muted);
  }
  li [part='button'] {
    padding-inline: 0.9em;
    font-size: 0.875em;
  }
  .reward {
    margin-block-start: var(--_r-m);
    padding: var(--_r-m);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .reward > strong {
    display: block;
  }
  .reward > button {
    margin-block-start: 12px;
  }
  .reward code {
    display: block;
    margin-block-start: var(--_r-xs);
    font: 650 1.25em / 1.3 ui-monospace, 'Cascadia Mono', Menlo, monospace;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .coupon {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_r-s);
  }
  .away {
    margin-block-start: var(--_r-m);
  }
  @media (forced-colors: active) {
    li:not(.done) svg {
      visibility: hidden;
    }
    .done .tick {
      border-color: Highlight;
      color: Highlight;
    }
    .track i,
    .finished .track i {
      background: Highlight;
    }
  }
`;
