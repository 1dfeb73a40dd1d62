import { type CSSResult, css } from 'lit';

/** A round button in the corner and a small list above it; on phones the list is a sheet. */
export const styles: CSSResult = css`
  :host {
    display: contents;
  }
  .base {
    --_edge: max(var(--_r-m), env(safe-area-inset-bottom));
    --_foot: calc(var(--_edge) + var(--_lift, 0px));
  }
  .base .opener {
    position: fixed;
    inset-block-end: var(--_foot);
    inset-inline-end: var(--_r-m);
    inline-size: var(--regulars-launcher-size, 52px);
    block-size: var(--regulars-launcher-size, 52px);
    min-inline-size: 44px;
    border-color: transparent;
    background: var(--_r-accent);
    color: var(--_r-on-accent);
    box-shadow: var(--_r-shadow);
    pointer-events: auto;
  }
  .start .opener {
    inset-inline: var(--_r-m) auto;
  }
  .opener svg {
    inline-size: 26px;
    block-size: 26px;
  }
  .panel {
    position: fixed;
    inset-block-end: calc(var(--_foot) + var(--regulars-launcher-size, 52px) + 12px);
    inset-inline-end: var(--_r-m);
    display: flex;
    flex-direction: column;
    inline-size: min(21em, calc(100vw - 32px));
    max-block-size: min(34em, calc(100dvh - 110px - var(--_lift, 0px)));
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
    box-shadow:
      0 0 0 1px var(--_r-line),
      var(--_r-shadow);
    pointer-events: auto;
    animation: rise 0.22s var(--_r-ease);
  }
  .start .panel {
    inset-inline: var(--_r-m) auto;
  }
  .panel:focus-visible {
    outline: none;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 10px;
    }
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding: var(--_r-s) var(--_r-s) 0 20px;
  }
  .head .title {
    font-size: 1.125em;
  }
  .list {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 20px 20px;
  }
  h3 {
    margin: var(--_r-m) 0 var(--_r-xs);
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_r-muted);
  }
  ul {
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_r-m);
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0;
  }
  button.row,
  a.row {
    inline-size: calc(100% + 20px);
    margin-inline: -10px;
    padding-inline: 10px;
    border: 0;
    border-radius: calc(var(--_r-radius) * 0.6);
    background: none;
    color: var(--_r-text);
    font-weight: 600;
    text-align: start;
    text-decoration: none;
  }
  .tips {
    margin-block-start: var(--_r-s);
  }
  button.row:hover,
  a.row:hover {
    background: var(--_r-sunken);
  }
  .row svg {
    color: var(--_r-muted);
  }
  code {
    font: 650 1.0625em / 1.3 ui-monospace, 'Cascadia Mono', Menlo, monospace;
    letter-spacing: 0.06em;
    user-select: all;
  }
  .small {
    font-size: 0.8125em;
    color: var(--_r-muted);
  }
  .message {
    padding-block: var(--_r-m) var(--_r-s);
    color: var(--_r-muted);
  }
  .switch {
    flex: none;
    inline-size: 48px;
    block-size: 28px;
    padding: 3px;
    border-radius: 99px;
    background: var(--_r-line);
  }
  .switch i {
    display: block;
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: var(--_r-surface);
    box-shadow: 0 1px 2px rgb(16 18 27 / 0.3);
    transition: translate 0.18s var(--_r-ease);
  }
  [aria-checked='true'] .switch {
    background: var(--_r-accent);
  }
  [aria-checked='true'] .switch i {
    translate: 20px;
  }
  .base:dir(rtl) [aria-checked='true'] .switch i {
    translate: -20px;
  }
  @media (max-width: 479.98px) {
    .base .opener[aria-expanded='true'] {
      display: none;
    }
    .base .panel {
      inset: auto 0 0;
      inline-size: auto;
      max-block-size: 70dvh;
      padding-block-end: env(safe-area-inset-bottom);
      border-radius: calc(var(--_r-radius) * 1.5) calc(var(--_r-radius) * 1.5) 0 0;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 2px solid CanvasText;
    }
    .switch {
      border: 1px solid;
    }
    .switch i {
      background: CanvasText;
    }
    [aria-checked='true'] .switch i {
      background: Highlight;
    }
  }
`;
