import { type CSSResult, css } from 'lit';

/** The ticket and its foil. */
export const styles: CSSResult = css`
  .ticket {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 10;
    border-radius: var(--_r-radius);
    overflow: hidden;
    background: var(--_r-sunken);
    box-shadow: inset 0 0 0 1px var(--_r-line);
  }
  .prize {
    padding: var(--_r-m);
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .prize.win {
    color: var(--_r-accent);
  }
  .foil {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    cursor: pointer;
    transition: opacity 0.5s;
  }
  .drawn .foil {
    /* Only while it is scratched: a card that is played out must not keep the page from scrolling. */
    touch-action: none;
    cursor: crosshair;
  }
  .open .foil {
    opacity: 0;
    pointer-events: none;
    touch-action: auto;
  }
  .drawing .foil {
    animation: breathe 0.7s ease-in-out infinite alternate;
  }
  .s1 {
    stop-color: #8f97a8;
  }
  .s2 {
    stop-color: #d4d8e0;
  }
  .dot {
    fill: #fff;
    opacity: 0.28;
  }
  .foil mask path {
    fill: none;
    stroke: #000;
    stroke-width: 22;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .hint {
    margin-block-start: var(--_r-s);
    text-align: center;
  }
  .hint:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .foil {
      forced-color-adjust: none;
    }
  }
`;
