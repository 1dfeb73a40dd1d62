import { html, nothing, type TemplateResult } from 'lit';
import { actionButton } from '../lib/action-button.template.ts';
import type { SafeHost } from '../lib/guard-host.ts';
import type { GuidanceAction } from '../lib/guidance-action-rule.ts';
import { richText } from '../lib/rich-text.template.ts';
import type { hintShow } from './hint.view.ts';

/** The words of a hint with its buttons: a dialog that is named by its title. */
export function hintTip(
  { title, body, button }: ReturnType<typeof hintShow>,
  text: SafeHost['text'],
  { act, done }: { readonly act: (action: GuidanceAction, event: Event) => void; readonly done: () => void },
): TemplateResult {
  return html`<div id="tip" class="tip" part="box" role="dialog" tabindex="-1" aria-label=${title ?? text('hint.hint')} aria-describedby="body">
      ${title ? html`<h2 class="title" part="title">${title}</h2>` : nothing}
      <p id="body" part="body">${richText(body)}</p>
      <div class="buttons">
        ${button ? actionButton(button.label, button.action, { strong: true, onAct: (event) => act(button.action, event) }) : nothing}
        <button type="button" @click=${done}>${text('hint.done')}</button>
      </div>
    </div>`;
}
