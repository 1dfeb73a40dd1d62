import { type CSSResult, css } from 'lit';

/** One coupon. */
export const styles: CSSResult = css`
  .body {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: var(--_r-s);
    margin-block-start: var(--_r-s);
  }
  .body > button {
    align-self: start;
  }
  .label {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.015em;
  }
  [role='status']:empty {
    display: none;
  }
`;
