import { type CSSResult, css } from 'lit';

/** The disc and its pointer. */
export const styles: CSSResult = css`
  .stage {
    inline-size: min(100%, var(--regulars-wheel-size, 22em));
    aspect-ratio: 1;
    direction: ltr;
  }
  .stage > svg {
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    filter: drop-shadow(0 10px 24px rgb(16 18 27 / 0.18));
  }
  .disc {
    transform-box: view-box;
    transform-origin: 0 0;
  }
  .disc path {
    fill: var(--_c);
    stroke: var(--_r-surface);
    stroke-width: 1.2;
  }
  .c0 {
    --_c: var(--_r-first);
  }
  .c1 {
    --_c: var(--_r-second);
  }
  .c2 {
    --_c: var(--_r-third);
  }
  .c3 {
    --_c: var(--_r-fourth);
  }
  .c4 {
    --_c: var(--_r-fifth);
  }
  .c5 {
    --_c: var(--_r-sixth);
  }
  .disc text {
    font-size: 9px;
    font-weight: 650;
    text-anchor: end;
    dominant-baseline: central;
    fill: #17191f;
  }
  .disc text.c0,
  .disc text.c2 {
    fill: #fff;
  }
  .rim,
  .hub {
    fill: none;
    stroke: var(--_r-text);
    stroke-width: 4;
  }
  .hub {
    fill: var(--_r-surface);
  }
  .pointer {
    fill: var(--_r-text);
    stroke: var(--_r-surface);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .disc path {
      fill: Canvas;
      stroke: CanvasText;
    }
    .disc text {
      fill: CanvasText !important;
    }
  }
`;
