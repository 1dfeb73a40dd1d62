import { type CSSResult, css } from 'lit';

/** Medals in a grid. */
export const styles: CSSResult = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: var(--_r-m);
    margin-block-start: var(--_r-m);
  }
  li {
    display: flex;
    gap: var(--_r-m);
    align-items: start;
  }
  li > div {
    flex: 1;
    min-inline-size: 0;
  }
  h3 {
    font-size: 1em;
    font-weight: 650;
    color: var(--_r-text);
  }
  progress {
    margin-block-start: 0.4em;
    block-size: 6px;
  }
  .medal {
    flex: none;
    inline-size: 56px;
  }
  .ribbon {
    fill: var(--_r-accent);
    opacity: 0.55;
  }
  .rim {
    fill: var(--_r-accent);
  }
  .face {
    fill: var(--_r-on-accent);
    opacity: 0.16;
  }
  .medal text {
    fill: var(--_r-on-accent);
    font-size: 22px;
    font-weight: 700;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .locked .medal {
    filter: grayscale(1);
    opacity: 0.42;
  }
`;
