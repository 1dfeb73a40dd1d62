import { type CSSResult, css } from 'lit';

/** Answers as large targets. */
export const styles: CSSResult = css`
  .stage {
    inline-size: 100%;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    margin-block-start: var(--_r-xs);
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_r-sunken);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--_r-accent);
  }
  progress::-moz-progress-bar {
    background: var(--_r-accent);
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
  fieldset {
    display: grid;
    gap: var(--_r-s);
    margin: var(--_r-m) 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0 0 var(--_r-s);
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .answer {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-block-size: 48px;
    padding: 0.5em 0.9em;
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 0.72);
    cursor: pointer;
  }
  .answer:has(:checked) {
    border-color: var(--_r-accent);
    box-shadow: inset 0 0 0 1px var(--_r-accent);
  }
  .answer input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    accent-color: var(--_r-accent);
  }
  .end {
    display: grid;
    justify-items: center;
    gap: var(--_r-m);
    text-align: center;
  }
  .seal {
    display: block;
    inline-size: 7em;
    margin: var(--_r-l) auto;
    fill: var(--_r-sunken);
    stroke: var(--_r-accent);
    stroke-width: 3;
    stroke-linecap: round;
  }
  .seal path {
    fill: none;
    stroke-width: 5;
  }
`;
