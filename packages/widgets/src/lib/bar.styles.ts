import { type CSSResult, css } from 'lit';

/** Bars of progress. */
export const bars: CSSResult = css`
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--_r-line);
    color: var(--_r-accent);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    border-radius: 99px;
    background: currentColor;
  }
  progress::-moz-progress-bar {
    border-radius: 99px;
    background: currentColor;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid;
      color: Highlight;
    }
  }
`;
