import { type CSSResult, css } from 'lit';

/** The wheel, its button and its result; beside each other where there is room. */
export const styles: CSSResult = css`
  .base {
    container: regulars-wheel / inline-size;
    --_r-first: var(--regulars-wheel-color-1, #3148c8);
    --_r-second: var(--regulars-wheel-color-2, #f1c75b);
    --_r-third: var(--regulars-wheel-color-3, #16795c);
    --_r-fourth: var(--regulars-wheel-color-4, #f5ede0);
    --_r-fifth: var(--regulars-wheel-color-5, #ec9a80);
    --_r-sixth: var(--regulars-wheel-color-6, #b7d5ee);
  }
  .card {
    display: grid;
    gap: var(--_r-l);
    padding: var(--_r-l);
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 1.15);
    background: var(--_r-surface);
  }
  @container regulars-wheel (inline-size >= 640px) {
    .card {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      align-items: start;
      padding: calc(var(--_r-l) * 1.35);
      gap: calc(var(--_r-l) * 1.5);
    }
  }
  .stage {
    position: relative;
    inline-size: min(100%, var(--regulars-wheel-size, 22em));
    aspect-ratio: 1;
    margin-inline: auto;
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
    stroke: var(--_r-surface);
    stroke-width: 1.2;
  }
  .c0 {
    fill: var(--_r-first);
  }
  .c1 {
    fill: var(--_r-second);
  }
  .c2 {
    fill: var(--_r-third);
  }
  .c3 {
    fill: var(--_r-fourth);
  }
  .c4 {
    fill: var(--_r-fifth);
  }
  .c5 {
    fill: var(--_r-sixth);
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
  .rim {
    fill: none;
    stroke: var(--_r-text);
    stroke-width: 4;
  }
  .hub {
    fill: var(--_r-surface);
    stroke: var(--_r-text);
    stroke-width: 4;
  }
  .pointer {
    fill: var(--_r-text);
    stroke: var(--_r-surface);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .side {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: var(--_r-m);
    min-inline-size: 0;
  }
  .title {
    font-size: 1.5em;
  }
  .title + p {
    margin-block-start: var(--_r-xs);
  }
  .side button {
    align-self: start;
    min-block-size: 50px;
    padding-inline: 1.6em;
    font-size: 1.0625em;
  }
  .result {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .result:empty,
  .reason:empty {
    display: none;
  }
  .reason {
    padding: 0.75em 1em;
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .coupon {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_r-s) var(--_r-m);
    padding: 0.85em 1em;
    border: 2px dashed var(--_r-accent);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  .coupon code {
    display: block;
    font: 650 1.25em / 1.3 ui-monospace, 'Cascadia Mono', Menlo, monospace;
    letter-spacing: 0.06em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .coupon > div {
    flex: 1 1 13em;
    min-inline-size: 0;
  }
  .coupon button {
    min-block-size: 44px;
    padding-inline: 1em;
    font-size: 0.9375em;
  }
  .small {
    font-size: 0.8125em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  caption {
    padding-block-end: 0.3em;
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    padding: 0.45em 0;
    border-block-end: 1px solid var(--_r-line);
    text-align: start;
    font-weight: inherit;
  }
  thead th {
    color: var(--_r-muted);
    font-size: 0.9em;
  }
  td:last-child,
  thead th:last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  th i {
    display: inline-block;
    inline-size: 0.75em;
    block-size: 0.75em;
    margin-inline-end: 0.6em;
    border-radius: 3px;
    border: 1px solid var(--_r-line);
  }
  i.c0 {
    background: var(--_r-first);
  }
  i.c1 {
    background: var(--_r-second);
  }
  i.c2 {
    background: var(--_r-third);
  }
  i.c3 {
    background: var(--_r-fourth);
  }
  i.c4 {
    background: var(--_r-fifth);
  }
  i.c5 {
    background: var(--_r-sixth);
  }
  table + p {
    margin-block-start: var(--_r-s);
  }
  tr.won {
    font-weight: 700;
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
