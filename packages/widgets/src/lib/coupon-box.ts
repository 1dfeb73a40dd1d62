import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing, type TemplateResult } from 'lit';
import { copyCode } from './copy-code.ts';
import { copyIcon, tickIcon } from './icons.ts';
import type { Text } from './types.ts';

/** A code that can be copied, with its confirmation; one code of an element at a time says that it was copied. */
export class CouponBox implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #copied: { readonly code: string; readonly how: 'copied' | 'copy-failed' } | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#copied = undefined;
  }

  /** The code, its spelled-out label, the copy button, what `more` adds, and the confirmation in words. */
  render(
    code: string,
    text: Text,
    more: unknown = nothing,
    label: string = text('coupon.code'),
  ): TemplateResult {
    const how = this.#copied?.code === code ? this.#copied.how : undefined;
    const done = how === 'copied';
    return html`<div class="coupon">
        <div><span class="small quiet">${label}</span><code part="code" dir="ltr" aria-hidden="true">${code}</code>
        <span class="unseen">${[...code].join(' ')}</span></div>
        <button type="button" class="copy" @click=${(event: Event) => this.#copy(code, event)}>${done ? tickIcon() : copyIcon()}${text(done ? 'coupon.copied' : 'coupon.copy')}</button>
        ${more}
      </div>
      <p class=${how === 'copy-failed' ? 'small' : 'unseen'} role="status">${how ? text(`coupon.${how}`) : ''}</p>`;
  }

  async #copy(code: string, { currentTarget }: Event): Promise<void> {
    const box = (currentTarget as Element | null)?.closest('.coupon')?.querySelector('code') ?? null;
    this.#copied = { code, how: (await copyCode(code, box)) ? 'copied' : 'copy-failed' };
    this.#host.requestUpdate();
  }
}
