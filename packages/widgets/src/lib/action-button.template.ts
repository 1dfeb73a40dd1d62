import type { AnnouncementView } from '@regulars/core';
import { html, nothing } from 'lit';
import { safeUrl } from './safe-url.ts';

/** A button of guidance as the campaign describes it. */
export type GuidanceButton = NonNullable<AnnouncementView['props']['buttons']>[number];
/** What such a button does. */
export type GuidanceAction = GuidanceButton['action'];

/** A button, or a link where it leads to a page; an address with a scheme that is not allowed shows nothing. */
export function actionButton(
  label: string,
  action: GuidanceAction,
  { strong, onAct }: { readonly strong: boolean; readonly onAct: (event: Event) => void },
): unknown {
  const look = strong ? 'strong' : '';
  if (action.type !== 'open')
    return html`<button type="button" class=${look} part="button" @click=${onAct}>${label}</button>`;
  const url = safeUrl(action.url);
  return url
    ? html`<a class="button ${look}" part="button" href=${url} @click=${onAct}>${label}</a>`
    : nothing;
}
