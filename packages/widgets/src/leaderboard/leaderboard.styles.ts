import { type CSSResult, css } from 'lit';

/** A table of places; the first three stand out by a filled number. */
export const styles: CSSResult = css`
  table {
    inline-size: 100%;
    margin-block-start: var(--_r-s);
    border-collapse: collapse;
  }
  td,
  th {
    padding: 0.5em 0.4em;
    border-block-end: 1px solid var(--_r-line);
    font-weight: inherit;
    text-align: start;
  }
  th {
    overflow-wrap: anywhere;
  }
  .rank {
    inline-size: 2.6em;
  }
  .rank span {
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border-radius: 50%;
    font-variant-numeric: tabular-nums;
    font-weight: 650;
  }
  .r1 .rank span,
  .r2 .rank span,
  .r3 .rank span {
    background: var(--_r-sunken);
    box-shadow: inset 0 0 0 1px var(--_r-line);
  }
  .r1 .rank span {
    background: var(--_r-accent);
    color: var(--_r-on-accent);
  }
  .score {
    text-align: end;
    font-variant-numeric: tabular-nums;
    font-weight: 650;
  }
  .own td,
  .own th {
    background: var(--_r-sunken);
    font-weight: 650;
  }
  .apart td,
  .apart th {
    border-block-start: 3px double var(--_r-line);
  }
  .own .chip {
    background: var(--_r-surface);
    font-size: 0.75em;
  }
  table + p {
    margin-block-start: var(--_r-s);
  }
`;
