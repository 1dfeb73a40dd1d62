import { type CSSResult, css } from 'lit';

/** What is played: button, result, reason, age. */
export const game: CSSResult = css`
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
`;
