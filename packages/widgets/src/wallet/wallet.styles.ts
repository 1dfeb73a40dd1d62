import { type CSSResult, css } from 'lit';

/** A card with one large number. */
export const styles: CSSResult = css`
  .base {
    padding: var(--regulars-wallet-padding, var(--_r-l));
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
    container: regulars-wallet / inline-size;
  }
  .points {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.4em;
    margin-block: var(--_r-s) 0;
  }
  .number {
    font-size: 3.25em;
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.03em;
    font-variant-numeric: tabular-nums;
  }
  .pending {
    display: inline-block;
    margin-block-start: var(--_r-s);
    padding: 0.35em 0.8em;
    border-radius: 99px;
    background: var(--_r-sunken);
    font-size: 0.875em;
    font-weight: 550;
  }
  .why {
    margin-block-start: var(--_r-xs);
    font-size: 0.8125em;
  }
  h3 {
    margin: var(--_r-l) 0 0;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_r-muted);
  }
  ul {
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--_r-m);
    padding-block: 0.7em;
    border-block-end: 1px solid var(--_r-line);
  }
  li:last-child {
    border: 0;
    padding-block-end: 0;
  }
  li .quiet {
    font-size: 0.8125em;
    grid-column: 1;
  }
  .amount {
    grid-area: 1 / 2 / span 2;
    align-self: center;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .amount.plus {
    color: var(--_r-good);
  }
  @container regulars-wallet (inline-size >= 640px) {
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: calc(var(--_r-l) * 2);
    }
    .sides h3 {
      margin-block-start: 0;
    }
  }
  .message {
    margin-block-start: var(--_r-m);
    color: var(--_r-muted);
  }
  .base > button {
    margin-block-start: var(--_r-m);
  }
  .ghost {
    inline-size: 5em;
    block-size: 3.25em;
    margin-block: var(--_r-m);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .ghost.wide {
    inline-size: 100%;
    block-size: 1.2em;
    margin-block: 0;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
