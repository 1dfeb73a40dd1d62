import { type CSSResult, css } from 'lit';

/** Paper that falls over the stage after a win. */
export const celebration: CSSResult = css`
  .party {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .party i {
    position: absolute;
    inset-block-start: -12px;
    inset-inline-start: 8%;
    inline-size: 8px;
    block-size: 13px;
    border-radius: 2px;
    background: var(--_r-first);
    animation: fall 1.7s 0.1s cubic-bezier(0.3, 0.2, 0.6, 1) both;
  }
  .party i:nth-child(3n) {
    background: var(--_r-second);
    animation-duration: 2.1s;
  }
  .party i:nth-child(3n + 1) {
    background: var(--_r-fifth);
    border-radius: 50%;
    block-size: 8px;
  }
  .party i:nth-child(4n) {
    animation-delay: 0.3s;
  }
  .party i:nth-child(6n + 2) {
    inset-inline-start: 26%;
  }
  .party i:nth-child(6n + 3) {
    inset-inline-start: 44%;
  }
  .party i:nth-child(6n + 4) {
    inset-inline-start: 61%;
  }
  .party i:nth-child(6n + 5) {
    inset-inline-start: 78%;
  }
  .party i:nth-child(6n) {
    inset-inline-start: 92%;
  }
  .party i:nth-child(n + 7) {
    translate: 22px 0;
  }
  .party i:nth-child(n + 13) {
    translate: -18px 0;
    animation-delay: 0.55s;
  }
  @keyframes fall {
    from {
      transform: rotate(0);
    }
    80% {
      opacity: 1;
    }
    to {
      transform: translateY(24em) rotate(680deg);
      opacity: 0;
    }
  }
`;
