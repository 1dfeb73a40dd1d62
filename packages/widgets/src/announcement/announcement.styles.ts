import { type CSSResult, css } from 'lit';

/** A line in a reserved box, a card, or a dialog. */
export const styles: CSSResult = css`
  .bar {
    display: flex;
    align-items: center;
    gap: 0 var(--_r-s);
    min-block-size: var(--regulars-announcement-bar-block-size, 48px);
    padding-inline: max(var(--_r-m), env(safe-area-inset-left)) max(var(--_r-xs), env(safe-area-inset-right));
    background: var(--regulars-announcement-bar-color, var(--_r-accent));
    color: var(--regulars-announcement-on-bar-color, var(--_r-on-accent));
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .bar .words {
    flex: 1;
    padding-block: 4px;
    text-align: center;
    text-wrap: balance;
  }
  .bar .words > * {
    display: inline;
  }
  .bar .title {
    margin-inline-end: 0.5em;
    font-size: 1em;
    letter-spacing: 0;
  }
  .bar button,
  .bar .words a.button {
    border-color: transparent;
    background: none;
    color: inherit;
    font-weight: 650;
  }
  .bar a {
    color: inherit;
  }
  /* In the line of the words: its padding makes the 44 px and takes no room. */
  .bar [part='button'] {
    min-block-size: 0;
    margin-inline-start: 0.3em;
    padding: 12px 6px;
    text-decoration: underline;
  }
  .bar :focus-visible {
    outline-color: currentColor;
    outline-offset: -3px;
  }
  .over.bar,
  .over.card {
    position: fixed;
    pointer-events: auto;
    animation: rise 0.32s var(--_r-ease);
  }
  .over.bar {
    inset: auto 0 0;
    padding-block-end: env(safe-area-inset-bottom);
    box-shadow: var(--_r-shadow);
  }
  .card {
    position: relative;
    padding: 20px;
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
  }
  .over.card {
    inset-block-end: max(var(--_r-m), env(safe-area-inset-bottom));
    inset-inline-end: max(var(--_r-m), env(safe-area-inset-right));
    inline-size: min(22em, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    overflow: auto;
    box-shadow: var(--_r-shadow);
  }
  dialog {
    inline-size: min(28em, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    padding: 0;
    overflow: auto;
    border: 0;
    border-radius: calc(var(--_r-radius) * 1.3);
    background: var(--_r-surface);
    color: inherit;
    box-shadow: var(--_r-shadow);
    pointer-events: auto;
    animation: rise 0.32s var(--_r-ease);
  }
  dialog::backdrop {
    background: var(--_r-veil, rgb(16 18 27 / 0.5));
  }
  .box {
    padding: var(--_r-l);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  .card .title,
  .box .title {
    padding-inline-end: 40px;
  }
  .card p,
  .box p {
    margin-block-start: var(--_r-s);
    color: var(--_r-muted);
    overflow-wrap: anywhere;
  }
  .card p.alone,
  .box p.alone {
    margin: 0;
    padding-inline-end: 40px;
    color: var(--_r-text);
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: min(32dvh, 20em);
    object-fit: cover;
    margin-block-end: var(--_r-m);
    border-radius: calc(var(--_r-radius) * 0.8);
    background: var(--_r-sunken);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_r-s);
    margin-block-start: 20px;
  }
  .buttons > * {
    flex: 1 1 auto;
  }
  .card > .round,
  .box > .round {
    position: absolute;
    inset-block-start: var(--_r-s);
    inset-inline-end: var(--_r-s);
  }
  .box > img ~ .round,
  .card > img ~ .round {
    background: var(--_r-surface);
    color: var(--_r-text);
  }
  .bar > .round {
    flex: none;
  }
  @media (forced-colors: active) {
    .bar,
    dialog {
      border: 2px solid CanvasText;
    }
    /* What is forced and what is written are the same: tools read the latter. */
    .bar {
      color: CanvasText;
    }
    .bar .words a.button,
    .bar button[part='button'] {
      border: 0;
      forced-color-adjust: auto;
    }
  }
`;
