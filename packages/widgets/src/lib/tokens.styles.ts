import { type CSSResultGroup, css, unsafeCSS } from 'lit';
import { colour, pageTokens } from './page-tokens.styles.ts';

/** The visual language of what floats over the page: with the veil and the shadow (`--regulars-shadow`). */
export const tokens: CSSResultGroup = [
  pageTokens,
  css`
  .base {
    ${unsafeCSS(colour('veil', '#10121b6b', '#0009'))}
    --_r-shadow: var(
      --regulars-shadow,
      0 1px 2px rgb(16 18 27 / 0.08),
      0 12px 32px -8px rgb(16 18 27 / 0.22)
    );
  }
`,
];
