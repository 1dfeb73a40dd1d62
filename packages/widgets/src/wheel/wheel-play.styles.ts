import { type CSSResult, css } from 'lit';

/** The marks of the disc's colours in the table of odds. */
export const styles: CSSResult = css`
  .mark {
    display: inline-block;
    background: var(--_c);
    inline-size: 0.75em;
    block-size: 0.75em;
    margin-inline-end: 0.6em;
    border-radius: 3px;
    border: 1px solid var(--_r-line);
  }
`;
