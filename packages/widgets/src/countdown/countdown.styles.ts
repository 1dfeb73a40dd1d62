import { type CSSResult, css } from 'lit';

/** Words on one side, figures on the other; below each other where it is narrow. */
export const styles: CSSResult = css`
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_r-m) var(--_r-l);
  }
  .time {
    display: flex;
    gap: var(--_r-s);
  }
  .time span {
    display: grid;
    justify-items: center;
    min-inline-size: 4em;
    padding: 0.5em 0.6em;
    border-radius: calc(var(--_r-radius) * 0.72);
    background: var(--_r-sunken);
  }
  b {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  small {
    font-size: 0.75em;
    color: var(--_r-muted);
  }
  @media (max-width: 22em) {
    .time span {
      min-inline-size: 3.4em;
      padding-inline: 0.3em;
    }
  }
`;
