import { type CSSResultGroup, css } from 'lit';
import { buttons } from '../button.styles.ts';
import { card } from '../card.styles.ts';
import { tokens } from '../tokens.styles.ts';

/** What every reading element wears: card, buttons, waiting, its message. */
export const reading: CSSResultGroup = [
  tokens,
  buttons,
  card,
  css`
  .message {
    margin-block-start: var(--_r-m);
    color: var(--_r-muted);
  }
  .retry {
    margin-block-start: var(--_r-m);
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
