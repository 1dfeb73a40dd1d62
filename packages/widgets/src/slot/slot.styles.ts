import { type CSSResult, css } from 'lit';

/** The slot is a plain box; its size belongs to the shop. */
export const styles: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    display: block;
  }
`;
