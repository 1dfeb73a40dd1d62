import { type CSSResult, css } from 'lit';

/** A form of one line: label, field, button. */
export const fields: CSSResult = css`
  form {
    margin-block-start: var(--_r-l);
  }
  label {
    display: block;
    margin-block-end: 0.35em;
    font-size: 0.875em;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_r-s);
  }
  .row input {
    flex: 1 1 9em;
    min-inline-size: 0;
    max-inline-size: 22em;
    min-block-size: 44px;
    padding: 0 0.8em;
    border: 1px solid var(--_r-muted);
    border-radius: calc(var(--_r-radius) * 0.72);
    background: var(--_r-surface);
    color: var(--_r-text);
    font: inherit;
  }
  .row .plain {
    margin-inline-start: -0.6em;
    padding-inline: 0.6em;
  }
  .row + p {
    margin-block-start: 0.35em;
  }
`;
