import { type CSSResult, css } from 'lit';

/** Wrapped boxes in a row. */
export const styles: CSSResult = css`
  .choose {
    text-align: center;
  }
  .choose:empty {
    display: none;
  }
  .boxes {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--_r-s);
    padding-block: var(--_r-l) var(--_r-s);
  }
  .n1 {
    grid-template-columns: minmax(0, 12em);
    justify-content: center;
  }
  .n2,
  .n4 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .gift {
    padding: var(--_r-s);
    border-color: transparent;
    border-radius: var(--_r-radius);
    background: none;
    overflow: visible;
    --_wrap: var(--_r-first);
    --_tape: var(--_r-second);
  }
  .g1 {
    --_wrap: var(--_r-third);
    --_tape: var(--_r-fifth);
  }
  .g2 {
    --_wrap: var(--_r-fifth);
    --_tape: var(--_r-first);
  }
  .gift svg {
    inline-size: 100%;
    overflow: visible;
    filter: drop-shadow(0 8px 14px rgb(16 18 27 / 0.2));
    transition: translate 0.2s var(--_r-ease);
  }
  .gift[aria-disabled='false']:hover svg {
    translate: 0 -6px;
  }
  .gift[aria-disabled='true'] {
    opacity: 0.45;
  }
  .gift.chosen {
    opacity: 1;
  }
  .body,
  .cap {
    fill: var(--_wrap);
  }
  .cap {
    filter: brightness(1.12);
  }
  .band {
    fill: var(--_tape);
  }
  .bow {
    fill: none;
    stroke: var(--_tape);
    stroke-width: 6;
    stroke-linejoin: round;
  }
  .lid {
    transform-box: fill-box;
    transform-origin: 20% 80%;
  }
  .chosen.open .lid {
    transform: rotate(-14deg) translateY(-34px);
  }
  .chosen:not(.open) svg {
    animation: shake 0.5s ease-in-out infinite;
  }
  @keyframes shake {
    25% {
      rotate: -2deg;
    }
    75% {
      rotate: 2deg;
    }
  }
`;
