import { type CSSResult, css } from 'lit';

/** What the cards of the rewards share: frame, messages, chips. */
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
`;
