import { type CSSResult, css } from 'lit';

/** A list of steps with round marks. */
export const styles: CSSResult = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_r-xs) var(--_r-m);
    margin-block: var(--_r-s);
  }
  h3 {
    font-size: 1.0625em;
    font-weight: 650;
    color: var(--_r-text);
  }
  progress {
    margin-block: var(--_r-m) var(--_r-s);
  }
  ol > li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.75em;
    padding-block: 0.55em;
    border-block-end: 1px solid var(--_r-line);
    color: var(--_r-muted);
  }
  ol > li:last-child {
    border: 0;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border: 2px solid var(--_r-line);
    border-radius: 50%;
  }
  .finished .mark {
    border-color: transparent;
    background: var(--_r-accent);
    color: var(--_r-on-accent);
  }
  .finished .mark::after {
    content: '';
    inline-size: 11px;
    block-size: 6px;
    margin-block-end: 3px;
    border: solid currentColor;
    border-width: 0 0 2.5px 2.5px;
    rotate: -45deg;
  }
  ol > li.current {
    font-weight: 600;
    color: var(--_r-text);
  }
  .current .mark {
    border-color: var(--_r-accent);
  }
  ol + p {
    margin-block-start: var(--_r-s);
  }
`;
