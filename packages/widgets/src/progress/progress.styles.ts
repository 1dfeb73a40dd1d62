import { type CSSResult, css } from 'lit';

/** One line and one bar per threshold. */
export const styles: CSSResult = css`
  .base {
    padding: var(--_r-m);
  }
  ul {
    display: grid;
    gap: var(--_r-m);
  }
  .title {
    margin-block-end: var(--_r-s);
  }
  li p {
    display: flex;
    align-items: center;
    gap: 0.4em;
    margin-block-end: 0.5em;
    font-weight: 600;
  }
  .good progress {
    color: var(--_r-good);
  }
`;
