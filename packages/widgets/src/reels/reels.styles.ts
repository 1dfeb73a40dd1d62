import { type CSSResult, css } from 'lit';

/** Three windows, each with a strip of symbols; the last symbol of a strip is where it rests. */
export const styles: CSSResult = css`
  .machine {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--_r-s);
    padding: var(--_r-m);
    border-radius: calc(var(--_r-radius) * 1.3);
    background: var(--_r-first);
    box-shadow: inset 0 0 0 6px rgb(255 255 255 / 0.16);
    direction: ltr;
  }
  .window {
    position: relative;
    aspect-ratio: 4 / 5;
    border-radius: var(--_r-radius);
    overflow: hidden;
    background: #fffdf8;
    box-shadow: inset 0 10px 16px -8px rgb(16 18 27 / 0.3), inset 0 -10px 16px -8px rgb(16 18 27 / 0.3);
  }
  .strip {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: grid;
    transform: translateY(0);
  }
  .strip .symbol {
    inline-size: 100%;
    aspect-ratio: 4 / 5;
    padding: 18%;
  }
  .drawing .symbol {
    animation: breathe 0.4s ease-in-out infinite alternate;
  }
  .symbol {
    fill: #b3402a;
  }
  .c1 {
    fill: #c22a52;
  }
  .c2 {
    fill: #3148c8;
  }
  .c3 {
    fill: #a87b0c;
  }
  .c4 {
    fill: #16795c;
  }
  .c5 {
    fill: #7a3fb0;
  }
  .mark {
    display: inline-grid;
    place-items: center;
    inline-size: 1.6em;
    block-size: 1.6em;
    margin-inline-end: 0.6em;
    border-radius: 6px;
    background: #fffdf8;
    box-shadow: 0 0 0 1px var(--_r-line);
    vertical-align: middle;
  }
  .mark .symbol {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  @media (forced-colors: active) {
    .symbol {
      fill: CanvasText;
    }
    .window,
    .mark {
      background: Canvas;
      border: 1px solid;
    }
  }
`;
