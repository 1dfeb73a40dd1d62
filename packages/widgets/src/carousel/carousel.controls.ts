import { html, type TemplateResult } from 'lit';
import { backIcon, forwardIcon } from '../lib/icons.ts';
import type { Text } from '../lib/types.ts';
import type { Ends } from './carousel.view.ts';

/** What the buttons of a row need. */
export interface ControlsInput {
  readonly hidden: boolean;
  readonly ends: Ends;
  /** The button that stops and starts a row that moves by itself. */
  readonly rotation: unknown;
  readonly text: Text;
  readonly page: (direction: 1 | -1) => void;
}

/** Buttons of a row: the one that stops it first, then back and on. Their room is kept while nothing scrolls. */
export function controls({
  hidden,
  ends: { before, after },
  rotation,
  text,
  page,
}: ControlsInput): TemplateResult {
  const button = (part: 'previous' | 'next', more: boolean, act: () => void): TemplateResult =>
    html`<button type="button" class="round" part=${part} aria-label=${text(`carousel.${part}`)}
      aria-disabled=${!more} @click=${act}>${part === 'next' ? forwardIcon() : backIcon()}</button>`;
  return html`<div class="controls" ?hidden=${hidden}>${rotation}${button('previous', before, () =>
    page(-1),
  )}${button('next', after, () => page(1))}</div>`;
}
