import { type CSSResult, css } from 'lit';

/** A beacon at the corner of its target, and a small box beside it. */
export const styles: CSSResult = css`
  :host {
    display: inline-block;
    inline-size: 44px;
    block-size: 44px;
  }
  :host([away]) {
    display: contents;
  }
  .spot {
    display: block;
  }
  .away .spot {
    position: fixed;
    pointer-events: none;
  }
  .spot[data-empty],
  .spot[data-covered] {
    visibility: hidden;
  }
  .base .beacon {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    pointer-events: auto;
  }
  .away .beacon {
    position: absolute;
    inset-block-start: -16px;
    inset-inline-end: -16px;
  }
  .dot {
    position: relative;
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid var(--_r-surface);
    border-radius: 50%;
    background: var(--regulars-hint-color, var(--_r-accent));
    box-shadow: 0 1px 4px rgb(16 18 27 / 0.35);
  }
  .dot::after {
    content: '';
    position: absolute;
    inset: -2px;
    border-radius: 50%;
    background: inherit;
    opacity: 0;
    animation: beat 1.8s ease-out 3;
  }
  @keyframes beat {
    from {
      opacity: 0.55;
    }
    to {
      opacity: 0;
      scale: 2.6;
    }
  }
  .tip {
    position: fixed;
    left: 0;
    top: 0;
    inline-size: min(19em, calc(100vw - 24px));
    padding: var(--_r-m);
    border-radius: var(--_r-radius);
    background: var(--_r-surface);
    box-shadow:
      0 0 0 1px var(--_r-line),
      var(--_r-shadow);
    overflow: auto;
    pointer-events: auto;
    animation: appear 0.2s ease-out;
  }
  .tip:focus-visible {
    outline: none;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .tip .title {
    font-size: 1.0625em;
  }
  .tip p {
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  .title + p {
    margin-block-start: var(--_r-xs);
    color: var(--_r-muted);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_r-s);
    margin-block-start: var(--_r-m);
  }
  @media (prefers-reduced-motion: reduce) {
    .base .dot::after {
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
      border-color: Canvas;
      background: Highlight;
    }
    .tip {
      border: 2px solid CanvasText;
    }
  }
`;
