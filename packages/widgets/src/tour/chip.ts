import { type CSSResult, css, html, type TemplateResult } from 'lit';
import { stickyInsets } from '../lib/anchor/insets.ts';
import { publishedInsets } from '../lib/anchor/published-insets.ts';
import { closeIcon } from '../lib/icons.ts';
import type { Text } from '../lib/types.ts';
import type { TourShow } from './tour.view.ts';

/** What the chip asks for. */
export interface ChipActs {
  readonly resume: () => void;
  readonly leave: () => unknown;
}

/** Holds the chip above what sticks to the lower edge now: bars of the page and of ours. */
export function liftChip(host: HTMLElement): void {
  const lift = (): void => {
    const up = Math.max(stickyInsets(host).bottom, publishedInsets().bottom);
    host.style.setProperty('--_chip-up', `${up}px`);
  };
  lift();
  // The press that put it aside may just be opening a banner.
  requestAnimationFrame(() => setTimeout(lift, 50));
}

/** The tour, put aside while the shopper does something else: one press brings it back, one lets it go. */
export function chip(
  { number, count, title }: TourShow,
  text: Text,
  { resume, leave }: ChipActs,
): TemplateResult {
  const place = count > 1 ? text('tour.step', { index: number, count }) : title;
  return html`
    <div class="chip" part="chip" role="group" aria-label=${text('tour.tour')}>
      <button type="button" class="plain back-to" part="resume" @click=${resume}>
        <span>${text('tour.resume')}</span><span class="quiet">${place}</span>
      </button>
      <button type="button" class="plain round" aria-label=${text('tour.skip')} @click=${leave}>${closeIcon()}</button>
    </div>
  `;
}

export const chipStyles: CSSResult = css`
  .chip {
    position: fixed;
    inset-block-end: calc(var(--_chip-up, 0px) + 16px + env(safe-area-inset-bottom));
    inset-inline-start: max(16px, env(safe-area-inset-left));
    display: flex;
    align-items: center;
    max-inline-size: calc(100vw - 32px);
    padding: 3px;
    border-radius: 99px;
    background: var(--_r-surface);
    box-shadow:
      0 0 0 1px var(--_r-line),
      var(--_r-shadow);
    pointer-events: auto;
    animation: rise 0.24s var(--_r-ease);
  }
  .back-to {
    gap: 0.6em;
    min-inline-size: 0;
    padding-inline: 1.1em 0.7em;
    border-radius: 99px;
    color: var(--_r-text);
    white-space: nowrap;
  }
  .back-to .quiet {
    overflow: hidden;
    font-size: 0.8125em;
    font-weight: 500;
    text-overflow: ellipsis;
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .chip {
      border: 2px solid CanvasText;
    }
  }
`;
