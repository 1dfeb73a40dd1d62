import { type CSSResult, css } from 'lit';

/** Buttons: 44 px, one strong (`strong`), the rest calm; `round` holds one icon. */
export const buttons: CSSResult = css`
  button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_r-s);
    min-block-size: 44px;
    min-inline-size: 44px;
    margin: 0;
    padding: 0 1.1em;
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 0.72);
    background: var(--_r-surface);
    color: var(--_r-text);
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color 0.15s,
      border-color 0.15s,
      box-shadow 0.15s,
      opacity 0.15s;
  }
  button:hover {
    border-color: var(--_r-muted);
  }
  button:active {
    background: var(--_r-sunken);
  }
  button.strong {
    border-color: transparent;
    background: var(--_r-accent);
    color: var(--_r-on-accent);
  }
  button.strong:hover {
    box-shadow: inset 0 0 0 99px rgb(255 255 255 / 0.1);
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--_r-muted);
  }
  button.plain:hover {
    color: var(--_r-text);
    background: var(--_r-sunken);
  }
  button.round {
    padding: 0;
    border-radius: 50%;
  }
  button[aria-disabled='true'],
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  svg {
    display: block;
    flex: none;
  }
  .base:dir(rtl) svg.turns {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    button.strong {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
