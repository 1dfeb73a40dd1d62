import { type CSSResult, css } from 'lit';

/** Forms of the box: tooltip with arrow, bottom sheet, card in the middle, card at the edge. */
export const forms: CSSResult = css`
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
  .sheet .grip {
    display: grid;
    place-items: center;
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
    .sheet {
      transition: none;
    }
  }
`;
