import { type CSSResultGroup, css } from 'lit';
import { card } from '../card.styles.ts';
import { pageTokens } from '../page-tokens.styles.ts';

/** What every reading element wears: card, waiting, its message. */
export const reading: CSSResultGroup = [
  pageTokens,
  card,
  css`
  .message {
    margin-block-start: var(--_r-m);
    color: var(--_r-muted);
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
`,
];
