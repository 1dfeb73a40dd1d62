import { type CSSResult, css } from 'lit';

/** Tooltip with arrow, bottom sheet, or card in the middle; a soft spotlight that never takes a click. */
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
  .tooltip {
    left: 50%;
    top: 50%;
    inline-size: min(var(--regulars-tour-inline-size, 22.5em), calc(100vw - 24px));
    animation: appear 0.22s ease-out;
  }
  /* Not placed yet. Not hidden, or the focus in it would be lost. */
  .tooltip:not([data-side]) {
    opacity: 0;
    pointer-events: none;
    animation: none;
  }
  .centre {
    inset: 0;
    margin: auto;
    inline-size: min(26em, calc(100vw - 32px));
    max-inline-size: none;
    block-size: fit-content;
    padding: var(--_r-l);
    animation: rise 0.32s var(--_r-ease);
  }
  .sheet {
    inset: auto 0 0;
    inline-size: auto;
    max-inline-size: none;
    max-block-size: 62dvh;
    padding: 0 max(20px, env(safe-area-inset-right)) calc(16px + env(safe-area-inset-bottom))
      max(20px, env(safe-area-inset-left));
    border-radius: calc(var(--_r-radius) * 1.5) calc(var(--_r-radius) * 1.5) 0 0;
    animation: slide 0.36s var(--_r-ease);
    transition: translate 0.2s var(--_r-ease);
    overscroll-behavior: contain;
  }
  .sheet[data-edge='top'] {
    inset: 0 0 auto;
    padding-block: calc(8px + env(safe-area-inset-top)) 16px;
    border-radius: 0 0 calc(var(--_r-radius) * 1.5) calc(var(--_r-radius) * 1.5);
    animation-name: appear;
  }
  .sheet[data-edge='top'] .grip {
    display: none;
  }
  .dock {
    inset-block-end: 16px;
    inset-inline-end: 16px;
    inline-size: min(var(--regulars-tour-inline-size, 22.5em), calc(100vw - 32px));
    animation: rise 0.32s var(--_r-ease);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  @keyframes slide {
    from {
      translate: 0 100%;
    }
  }
  .arrow {
    position: absolute;
    inline-size: 14px;
    block-size: 14px;
    rotate: 45deg;
    border-radius: 3px 0 0;
    background: inherit;
    display: none;
  }
  .tooltip .arrow {
    display: block;
  }
  .tooltip[data-free] .arrow {
    display: none;
  }
  .box[data-side='bottom'] .arrow {
    top: -6px;
  }
  .box[data-side='top'] .arrow {
    bottom: -6px;
  }
  .box[data-side='right'] .arrow {
    left: -6px;
  }
  .box[data-side='left'] .arrow {
    right: -6px;
  }
  .grip {
    display: none;
    flex: none;
    block-size: 28px;
    margin-inline: -20px;
    touch-action: none;
    cursor: grab;
  }
  .sheet .grip {
    display: grid;
    place-items: center;
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
  .sheet [part='footer']:not(.own) {
    flex-wrap: nowrap;
  }
  .sheet [part='footer']:not(.own) button {
    padding-inline: 0.9em;
  }
  .sheet .strong {
    flex: 1 1 7em;
  }
  .sheet .gap {
    display: none;
  }
  .sheet .skip {
    margin-inline: 0 auto;
    text-align: start;
  }
  @media (prefers-reduced-motion: reduce) {
    .box,
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
  }
`;
