import { type CSSResult, css } from 'lit';

/** One card per prize, as coupons lie on a table. */
export const styles: CSSResult = css`
  ul {
    display: grid;
    gap: var(--_r-m);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 21em), 1fr));
    margin-block-start: var(--_r-m);
  }
  li {
    display: flex;
    flex-direction: column;
    gap: var(--_r-s);
    padding: var(--_r-m);
    border: 1px solid var(--_r-line);
    border-radius: var(--_r-radius);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_r-xs) var(--_r-s);
  }
  h3 {
    font-size: 1.0625em;
    font-weight: 650;
    color: var(--_r-text);
  }
  .chip {
    font-size: 0.8125em;
  }
  .soon {
    color: var(--_r-bad);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_r-s) + 0.6em);
    margin-block-start: auto;
  }
  .acts .plain {
    margin-inline-start: -0.6em;
    padding-inline: 0.6em;
  }
  .coupon code {
    font-size: 1.125em;
    letter-spacing: 0.03em;
  }
  [role='status']:empty {
    display: none;
  }
`;
