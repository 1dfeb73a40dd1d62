import { type CSSResult, css } from 'lit';

/** The tier in large letters, the way to the next, all tiers beside each other. */
export const styles: CSSResult = css`
  .name {
    margin-block: var(--_r-s);
    font-size: 2.25em;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.025em;
  }
  progress + p {
    margin-block-start: var(--_r-s);
    font-weight: 600;
  }
  .warn {
    margin-block-start: var(--_r-s);
    border-radius: var(--_r-radius);
    color: var(--_r-bad);
  }
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: var(--_r-s);
    margin-block-start: var(--_r-l);
  }
  ol > li {
    padding: var(--_r-m);
    border: 1px solid var(--_r-line);
    border-radius: var(--_r-radius);
  }
  .current {
    border-color: var(--_r-accent);
    box-shadow: inset 0 0 0 1px var(--_r-accent);
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 0.5em;
    font-size: 1.0625em;
    font-weight: 650;
    color: var(--_r-text);
  }
  .reached::before {
    content: '';
    inline-size: 11px;
    block-size: 6px;
    margin-block-end: 3px;
    border: solid var(--_r-good);
    border-width: 0 0 2.5px 2.5px;
    rotate: -45deg;
  }
  li li {
    margin-block-start: 0.35em;
    padding-inline-start: 1em;
    font-size: 0.875em;
    text-indent: -1em;
  }
  li li::before {
    content: '· ';
    display: inline-block;
    inline-size: 1em;
    text-indent: 0;
  }
`;
