import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../lib/types.ts';
import type { TourActs } from './tour.events.ts';
import type { TourShow } from './tour.view.ts';

/** Where the visitor is: dots while they can be counted at a glance, and words. */
export function progressPart({ number, count }: TourShow, text: Text): unknown {
  if (count < 2) return nothing;
  const dot = (_: unknown, at: number): TemplateResult =>
    html`<i class=${at + 1 === number ? 'here' : at + 1 < number ? 'past' : ''}></i>`;
  return html`
    ${count <= 8 ? html`<span class="dots" aria-hidden="true">${Array.from({ length: count }, dot)}</span>` : nothing}
    <span>${text('tour.step', { index: number, count })}</span>
  `;
}

/** Skip, back, and the one that goes on; or back and the step's own buttons: the cross leaves as well. */
export function footerPart(
  { first, last }: TourShow,
  { text, act, own }: { readonly text: Text; readonly act: TourActs; readonly own: unknown },
): TemplateResult {
  return html`
    ${last || own ? nothing : html`<button type="button" class="plain skip" @click=${() => act('skip')}>${text('tour.skip')}</button>`}
    <span class="gap"></span>
    ${first ? nothing : html`<button type="button" @click=${() => act('back')}>${text('tour.back')}</button>`}
    ${
      own ??
      html`<button type="button" class="strong" part="next" @click=${() => act(last ? 'complete' : 'next')}>
        ${text(last ? 'tour.done' : 'tour.next')}
      </button>`
    }
  `;
}
