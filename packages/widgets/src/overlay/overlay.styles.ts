import { type CSSResult, css } from 'lit';

/** A layer without a body: the whole viewport, no pointer events but in its children. Important: pages style `*`. */
export const styles: CSSResult = css`
  :host {
    display: block !important;
    position: fixed !important;
    inset: 0 !important;
    inline-size: auto !important;
    block-size: auto !important;
    max-inline-size: none !important;
    max-block-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: visible !important;
    background: none !important;
    opacity: 1 !important;
    filter: none !important;
    transform: none !important;
    contain: none !important;
    visibility: visible !important;
    pointer-events: none !important;
  }
  :host(:not(:popover-open)) {
    display: none !important;
  }
  /* A step's buttons lie where the help button does; it is back when the step has gone. */
  :host([busy]) regulars-launcher {
    visibility: hidden !important;
  }
`;
