import { type CSSResult, css } from 'lit';

/** Three quiet parts under each other; rows with their word at the end. */
export const styles: CSSResult = css`
  .part {
    margin-block-start: var(--_r-l);
  }
  .part:focus-visible {
    outline-offset: 6px;
  }
  h3 {
    margin-block-end: var(--_r-xs);
  }
  li,
  .switch {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_r-m);
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_r-line);
  }
  li:last-child {
    border: 0;
  }
  li > :last-child {
    flex: none;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_r-s);
    margin-block-start: var(--_r-m);
  }
  .ask {
    padding: var(--_r-m);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .ask .acts {
    margin-block-start: 0.75em;
  }
  .ask button.strong {
    background: var(--_r-bad);
    color: var(--_r-surface);
  }
  .switch {
    align-items: center;
    inline-size: 100%;
    padding: 0.625em 0;
    border-width: 0 0 1px;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  .switch:last-child {
    border: 0;
  }
  .switch .small {
    display: block;
    margin-block-start: 0.15em;
    font-weight: 400;
    line-height: 1.4;
  }
  .knob {
    flex: none;
    inline-size: 48px;
    block-size: 28px;
    padding: 3px;
    border-radius: 99px;
    background: color-mix(in srgb, var(--_r-muted) 55%, transparent);
    transition: background-color 0.18s;
  }
  .knob i {
    display: block;
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: var(--_r-surface);
    transition: translate 0.18s var(--_r-ease);
  }
  [aria-checked='true'] .knob {
    background: var(--_r-accent);
  }
  [aria-checked='true'] i {
    translate: 20px;
  }
  .base:dir(rtl) [aria-checked='true'] i {
    translate: -20px;
  }
  .said {
    margin-block-start: var(--_r-m);
    color: var(--_r-good);
  }
  .said.failed {
    color: var(--_r-bad);
  }
  @media (forced-colors: active) {
    .knob {
      border: 1px solid;
    }
    .knob i {
      background: CanvasText;
    }
    [aria-checked='true'] i {
      background: Highlight;
    }
  }
`;
