import { type CSSResult, css } from 'lit';

/** What the cards of the rewards share: frame, waiting, messages, chips, bars, codes. */
export const card: CSSResult = css`
  .card {
    position: relative;
    padding: var(--_r-l);
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
  }
  .title + .quiet {
    margin-block-start: var(--_r-xs);
  }
  h3 {
    margin: 0;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_r-muted);
  }
  ul,
  ol {
    list-style: none;
  }
  .small {
    font-size: 0.8125em;
  }
  .message {
    margin-block-start: var(--_r-m);
    color: var(--_r-muted);
  }
  .good {
    color: var(--_r-good);
  }
  .chip {
    display: inline-block;
    padding: 0.3em 0.8em;
    border-radius: 99px;
    background: var(--_r-sunken);
    font-size: 0.875em;
    font-weight: 550;
  }
  .retry {
    margin-block-start: var(--_r-m);
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--_r-line);
    color: var(--_r-accent);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    border-radius: 99px;
    background: currentColor;
    transition: inline-size 0.4s var(--_r-ease);
  }
  progress::-moz-progress-bar {
    border-radius: 99px;
    background: currentColor;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid;
      color: Highlight;
    }
  }
  .ghost {
    inline-size: 5em;
    block-size: 3em;
    margin-block-start: var(--_r-m);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .ghost.wide {
    inline-size: 100%;
    block-size: 1.2em;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  .coupon {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_r-s) var(--_r-m);
    padding: 0.85em 1em;
    border: 2px dashed var(--_r-accent);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .coupon code {
    display: block;
    font: 650 1.25em / 1.3 ui-monospace, 'Cascadia Mono', Menlo, monospace;
    letter-spacing: 0.06em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .coupon > div {
    flex: 1 1 11em;
    min-inline-size: 0;
  }
  .coupon button {
    font-size: 0.9375em;
  }
`;
