import { type CSSResult, css } from 'lit';

/** What lies over a card: a small button in the corner of the picture, and the panel it opens over the whole card. */
export const styles: CSSResult = css`
  .star {
    color: var(--_r-accent);
  }
  /* No box of its own: it would add a gap to the card. */
  .more {
    display: contents;
  }
  select {
    position: relative;
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 0.7em;
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 0.72);
    background: var(--_r-surface);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }
  button.about {
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline-end: 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
  }
  .about span {
    padding: 5px;
    border-radius: 50%;
    background: var(--_r-surface);
    color: var(--_r-muted);
  }
  .about:hover span {
    color: var(--_r-text);
  }
  button.heart {
    inset-block-start: 40px;
  }
  .heart[aria-pressed='true'] span {
    color: var(--_r-bad);
  }
  .heart[aria-pressed='true'] path {
    fill: currentColor;
  }
  .panel {
    position: absolute;
    z-index: 1;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 0.8em;
    overflow: auto;
    padding: 44px var(--_r-s) var(--_r-s);
    border: 1px solid var(--_r-line);
    border-radius: var(--_r-radius);
    background: var(--_r-surface);
    font-size: 0.875em;
    line-height: 1.4;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .panel button {
    flex: none;
    margin: 0;
    padding-inline: 0.5em;
  }
`;
