import { html, nothing } from 'lit';
import type { GuidanceAction } from './guidance-action-rule.ts';
import { safeUrl } from './safe-url.ts';

/** A button, or a link where it leads to a page; an address with a scheme that is not allowed shows nothing. */
export function actionButton(
  label: string,
  action: GuidanceAction,
  {
    strong,
    onAct,
    name,
  }: {
    readonly strong: boolean;
    readonly onAct: (event: Event) => void;
    /** What it belongs to, for who hears the label alone. */
    readonly name?: string | undefined;
  },
): unknown {
  const look = strong ? 'strong' : '';
  const spoken = name === undefined ? nothing : `${label}: ${name}`;
  if (action.type !== 'open')
    return html`<button type="button" class=${look} part="button" aria-label=${spoken} @click=${onAct}>${label}</button>`;
  const url = safeUrl(action.url);
  return url
    ? html`<a class="button ${look}" part="button" aria-label=${spoken} href=${url} @click=${onAct}>${label}</a>`
    : nothing;
}
