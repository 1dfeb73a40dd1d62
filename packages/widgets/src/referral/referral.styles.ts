import { type CSSResult, css } from 'lit';

/** Two gifts beside each other, then the link. */
export const styles: CSSResult = css`
  .gifts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10em), 1fr));
    gap: var(--_r-s);
    margin-block: var(--_r-m);
  }
  .gifts li {
    padding: 0.75em 1em;
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .coupon code {
    font-size: 0.9375em;
    letter-spacing: 0;
  }
  .coupon ~ p {
    margin-block-start: var(--_r-s);
  }
  .coupon > div {
    flex-basis: 100%;
  }
`;
