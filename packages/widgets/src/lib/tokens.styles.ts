import { type CSSResult, css } from 'lit';

/**
 * The visual language. A shop themes by the public tokens `--regulars-color-*`, `--regulars-space-*`,
 * `--regulars-radius`, `--regulars-shadow`, `--regulars-font`; private `--_r-*` hold what they resolve to.
 * `.base` starts from `all: initial`, so that nothing a page inherits into us (spacing, case, 62.5 % tricks) counts,
 * and from the visitor's own font size.
 */
export const tokens: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    all: initial;
    display: block;
    box-sizing: border-box;
    color-scheme: inherit;
    visibility: inherit;
    font-family: var(--regulars-font, inherit);
    line-height: 1.5;
    color: var(--_r-text);
    -webkit-text-size-adjust: 100%;
    -webkit-font-smoothing: antialiased;
    --_r-accent: var(--regulars-color-accent, #3148c8);
    --_r-on-accent: var(--regulars-color-on-accent, #fff);
    --_r-surface: var(--regulars-color-surface, #fff);
    --_r-sunken: var(--regulars-color-sunken, #f4f5f8);
    --_r-text: var(--regulars-color-text, #15171c);
    --_r-muted: var(--regulars-color-muted, #585e6b);
    --_r-line: var(--regulars-color-line, #e2e4ea);
    --_r-good: var(--regulars-color-good, #14693a);
    --_r-bad: var(--regulars-color-bad, #a8261c);
    --_r-veil: var(--regulars-color-veil, rgb(16 18 27 / 0.42));
    --_r-xs: var(--regulars-space-xs, 4px);
    --_r-s: var(--regulars-space-s, 8px);
    --_r-m: var(--regulars-space-m, 16px);
    --_r-l: var(--regulars-space-l, 24px);
    --_r-radius: var(--regulars-radius, 14px);
    --_r-shadow: var(
      --regulars-shadow,
      0 1px 2px rgb(16 18 27 / 0.08),
      0 12px 32px -8px rgb(16 18 27 / 0.22)
    );
    --_r-ease: cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  @supports (color: light-dark(#000, #fff)) {
    .base {
      --_r-accent: var(--regulars-color-accent, light-dark(#3148c8, #a9b6ff));
      --_r-on-accent: var(--regulars-color-on-accent, light-dark(#fff, #10174a));
      --_r-surface: var(--regulars-color-surface, light-dark(#fff, #1b1d24));
      --_r-sunken: var(--regulars-color-sunken, color-mix(in srgb, var(--_r-surface), var(--_r-text) 5%));
      --_r-text: var(--regulars-color-text, light-dark(#15171c, #f2f3f6));
      --_r-muted: var(--regulars-color-muted, light-dark(#585e6b, #aeb4c2));
      --_r-line: var(--regulars-color-line, color-mix(in srgb, var(--_r-surface), var(--_r-text) 13%));
      --_r-good: var(--regulars-color-good, light-dark(#14693a, #7fd7a4));
      --_r-bad: var(--regulars-color-bad, light-dark(#a8261c, #ffb3aa));
      --_r-veil: var(--regulars-color-veil, light-dark(rgb(16 18 27 / 0.42), rgb(0 0 0 / 0.6)));
    }
  }
  .base *,
  .base *::before,
  .base *::after {
    box-sizing: border-box;
  }
  h2,
  p,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  .title {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .quiet {
    color: var(--_r-muted);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  a {
    color: var(--_r-accent);
    text-underline-offset: 0.18em;
  }
  :focus-visible {
    outline: 3px solid var(--_r-accent);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    .base,
    .base *,
    .base *::before,
    .base *::after {
      animation-duration: 1ms !important;
      transition-duration: 1ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
