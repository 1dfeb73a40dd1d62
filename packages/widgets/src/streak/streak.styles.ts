import { type CSSResult, css } from 'lit';

/** A large number and a row of days. */
export const styles: CSSResult = css`
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.4em;
    margin-block-start: var(--_r-s);
  }
  .number {
    font-size: 3.25em;
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.03em;
    font-variant-numeric: tabular-nums;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: var(--_r-xs);
    max-inline-size: 24em;
    margin-block: var(--_r-m);
  }
  .days li {
    display: grid;
    justify-items: center;
    gap: 4px;
    color: var(--_r-muted);
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    border: 2px solid var(--_r-line);
  }
  .done .dot {
    border-color: var(--_r-accent);
    background: var(--_r-accent);
    color: var(--_r-on-accent);
  }
  .done .dot::after {
    content: '';
    inline-size: 13px;
    block-size: 7px;
    margin-block-end: 4px;
    border: solid currentColor;
    border-width: 0 0 2.5px 2.5px;
    rotate: -45deg;
  }
  .frozen .dot {
    border-color: var(--_r-accent);
    border-style: dashed;
  }
  .missed .dot::after {
    content: '';
    inline-size: 10px;
    border-block-start: 2px solid var(--_r-muted);
  }
  .open .dot {
    border-color: var(--_r-muted);
  }
  .keep {
    font-weight: 600;
  }
`;
