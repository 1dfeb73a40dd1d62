import { type CSSResult, css } from 'lit';

/** A calm card: picture in a reserved box, two lines of title, price; the whole card is the link's area. */
export const styles: CSSResult = css`
  :host {
    block-size: 100%;
  }
  .base {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.6em;
    block-size: 100%;
    color: var(--_r-text);
  }
  .frame {
    position: relative;
    display: block;
    overflow: hidden;
    aspect-ratio: var(--regulars-product-card-ratio, 1);
    border-radius: var(--_r-radius);
    background: var(--_r-sunken);
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--regulars-product-card-fit, cover);
    transition: scale 0.5s var(--_r-ease);
  }
  .base:hover img {
    scale: 1.035;
  }
  .frame svg {
    position: absolute;
    inset: 50% auto auto 50%;
    translate: -50% -50%;
    color: var(--_r-muted);
    opacity: 0.5;
  }
  .badge {
    position: absolute;
    inset-block-start: var(--_r-s);
    inset-inline-start: var(--_r-s);
    padding: 0.15em 0.65em;
    border-radius: 99px;
    background: var(--_r-surface);
    color: var(--_r-text);
    font-size: 0.8125em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .badge.less {
    color: var(--_r-bad);
  }
  .words {
    display: flex;
    flex-direction: column;
    flex: 1;
    gap: 0.15em;
    /* Brand, two lines of title, price: what a frame reserves and most cards need. */
    min-block-size: var(--regulars-product-card-words, 5.6em);
    padding-inline: 2px;
  }
  /* Room for the choice on top of it, as frames keep it. */
  .open {
    min-block-size: calc(var(--regulars-product-card-words, 5.6em) + 44px + 0.6em);
  }
  .brand {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 0.8125em;
    color: var(--_r-muted);
  }
  .name {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 0.9375em;
    font-weight: 550;
    line-height: 1.35;
    color: inherit;
    text-decoration: none;
  }
  a.name::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_r-radius);
  }
  a.name:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  a.name:focus-visible {
    outline: none;
  }
  a.name:focus-visible::after {
    outline: 3px solid var(--_r-accent);
    outline-offset: 3px;
  }
  .choice {
    min-block-size: 44px;
  }
  .words .choice {
    margin-block: 0.35em 0.1em;
  }
  .rating {
    min-block-size: 1.5em;
    font-size: 0.8125em;
    color: var(--_r-muted);
    font-variant-numeric: tabular-nums;
  }
  .price {
    margin-block-start: auto;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .less .now {
    color: var(--_r-bad);
  }
  s {
    margin-inline-start: 0.4em;
    font-weight: 400;
    font-size: 0.875em;
    color: var(--_r-muted);
  }
  button {
    position: relative;
    padding-inline: 0.6em;
    font-size: 0.9375em;
  }
  .done {
    color: var(--_r-good);
  }
  .failed {
    border-color: currentColor;
    color: var(--_r-bad);
  }
  .empty * {
    border-color: transparent;
    background: var(--_r-sunken);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .empty .words {
    margin-block-end: var(--regulars-product-card-choice, 0);
    background: repeating-linear-gradient(var(--_r-sunken) 0 0.8em, transparent 0 1.6em);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  :host([list]) .base {
    display: grid;
    grid-template: auto 1fr / 7em 1fr;
    column-gap: var(--_r-m);
  }
  :host([list]) .frame {
    grid-row: 1 / span 2;
    align-self: start;
  }
  :host([list]) .words {
    margin-inline-end: 44px;
  }
  :host([list]) .words + button {
    place-self: start;
    min-inline-size: 8em;
  }
`;
