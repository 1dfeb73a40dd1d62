import { type CSSResult, css } from 'lit';

/** A link that looks like a button: 44 px, one strong (`strong`), the rest calm. */
export const linkButtons: CSSResult = css`
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 0 1.1em;
    border: 1px solid var(--_r-line);
    border-radius: calc(var(--_r-radius) * 0.72);
    color: var(--_r-text);
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
  }
  a.button:hover {
    border-color: var(--_r-muted);
  }
  a.button.strong {
    border-color: transparent;
    background: var(--_r-accent);
    color: var(--_r-on-accent);
  }
  @media (forced-colors: active) {
    a.button.strong {
      forced-color-adjust: none;
      background: LinkText;
      color: Canvas;
    }
  }
`;
