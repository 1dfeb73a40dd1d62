import { type CSSResult, css } from 'lit';

/** A code in its dashed frame. */
export const couponBox: CSSResult = css`
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
