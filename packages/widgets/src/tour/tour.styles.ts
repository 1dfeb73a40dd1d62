import { type CSSResult, css } from 'lit';

/** The box of a step and what is in it; a soft spotlight that never takes a click. */
export const styles: CSSResult = css`
  .spot,
  .veil {
    position: fixed;
    pointer-events: none;
  }
  .spot {
    border-radius: var(--regulars-tour-spot-radius, 12px);
    box-shadow:
      0 0 0 2px var(--_r-accent),
      0 0 0 200vmax var(--_r-veil);
    animation: appear 0.3s ease-out;
  }
  .veil {
    inset: 0;
    background: var(--_r-veil);
    animation: appear 0.3s ease-out;
  }
  .spot[data-empty] {
    visibility: hidden;
  }
  .blocks {
    position: fixed;
    inset: 0;
    pointer-events: auto;
  }
  .box {
    position: fixed;
    display: flex;
    flex-direction: column;
    inline-size: max-content;
    max-inline-size: min(var(--regulars-tour-inline-size, 22.5em), calc(100vw - 24px));
    max-block-size: calc(100dvh - 24px);
    padding: var(--_r-m) 20px 20px;
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
    color: var(--_r-text);
    box-shadow:
      0 0 0 1px var(--_r-line),
      var(--_r-shadow);
    pointer-events: auto;
  }
  /* Where the focus is, is plain: the box itself. Its controls have their ring. */
  .box:focus-visible {
    outline: none;
  }
  .grip {
    display: none;
    flex: none;
    block-size: 28px;
    margin-inline: -20px;
    touch-action: none;
    cursor: grab;
  }
  .grip::before {
    content: '';
    inline-size: 38px;
    block-size: 4px;
    border-radius: 99px;
    background: var(--_r-line);
  }
  [part='header'] {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: var(--_r-m);
    margin-inline-end: -12px;
    font-size: 0.8125em;
    color: var(--_r-muted);
    font-variant-numeric: tabular-nums;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .dots {
    display: flex;
    gap: 5px;
  }
  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 99px;
    background: var(--_r-line);
    transition: inline-size 0.3s var(--_r-ease);
  }
  .dots i.past {
    background: var(--_r-accent);
  }
  .dots i.here {
    inline-size: 20px;
    background: var(--_r-accent);
  }
  .words {
    overflow: auto;
    min-block-size: 0;
    padding-block: 2px;
  }
  .words p {
    margin-block-start: var(--_r-s);
    color: var(--_r-muted);
    overflow-wrap: anywhere;
  }
  .words p strong {
    color: var(--_r-text);
  }
  [part='footer'] {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_r-s);
    margin-block-start: 20px;
  }
  .plain.skip {
    margin-inline-start: -1.1em;
  }
  .gap {
    flex: 1;
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .box {
      border: 2px solid CanvasText;
    }
    .spot {
      outline: 3px solid Highlight;
    }
    .arrow {
      visibility: hidden;
    }
    .dots {
      display: none;
    }
  }
`;
