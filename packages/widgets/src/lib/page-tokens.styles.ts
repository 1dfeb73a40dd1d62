import { type CSSResult, css, unsafeCSS } from 'lit';

/** Whether the browser knows `light-dark()`; an older one, and Node, get the light colours. */
const dual = globalThis.CSS?.supports?.('color', 'light-dark(#000,#fff)') === true;
/** Between the surface and the words on it. */
const mixed = (share: number): string => `color-mix(in srgb,var(--_r-surface),var(--_r-text) ${share}%)`;

/** A private colour that resolves to a public token: the token's name, in light, in dark. */
export const colour = (name: string, light: string, dark?: string): string =>
  `--_r-${name}:var(--regulars-color-${name},${dual && dark ? `light-dark(${light},${dark})` : light});`;

const palette = [
  ['accent', '#3148c8', '#a9b6ff'],
  ['on-accent', '#fff', '#10174a'],
  ['surface', '#fff', '#1b1d24'],
  ['text', '#15171c', '#f2f3f6'],
  ['muted', '#585e6b', '#aeb4c2'],
  ['good', '#14693a', '#7fd7a4'],
  ['bad', '#a8261c', '#ffb3aa'],
  ['sunken', dual ? mixed(5) : '#f4f5f8'],
  ['line', dual ? mixed(13) : '#e2e4ea'],
].map(([name = '', light = '', dark]) => colour(name, light, dark));

/**
 * The visual language. A shop themes by the public tokens `--regulars-color-*`, `--regulars-space-*`,
 * `--regulars-radius`, `--regulars-font`; private `--_r-*` hold what they resolve to.
 * `.base` starts from `all: initial`, so that nothing a page inherits into us (spacing, case, 62.5 % tricks) counts,
 * and from the visitor's own font size.
 */
export const pageTokens: CSSResult = css`
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
    ${unsafeCSS(palette.join(''))}
    --_r-xs: var(--regulars-space-xs, 4px);
    --_r-s: var(--regulars-space-s, 8px);
    --_r-m: var(--regulars-space-m, 16px);
    --_r-l: var(--regulars-space-l, 24px);
    --_r-radius: var(--regulars-radius, 14px);
    --_r-ease: cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  .base *,
  .base ::before,
  .base ::after {
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
    .base ::before,
    .base ::after {
      animation-duration: 1ms !important;
      transition-duration: 1ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
