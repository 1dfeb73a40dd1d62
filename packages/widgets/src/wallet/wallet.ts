import type { WalletView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { formatDay } from '../lib/format-money.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { WalletRefreshEvent } from './wallet.events.ts';
import { styles } from './wallet.styles.ts';
import { type WalletLine, type WalletShow, walletShow } from './wallet.view.ts';

/**
 * The visitor's points: balance, what is on its way, the last movements; loading, offline and error in words.
 *
 * @element regulars-wallet
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-wallet-refresh - Request to read the points anew; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart points - Balance.
 * @csspart item - One movement.
 * @cssprop [--regulars-wallet-padding=24px] - Inner space.
 */
export class RegularsWallet extends RegularsElement<WalletView> {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  /** Registers `<regulars-wallet>`. */
  static define(): void {
    defineElement('regulars-wallet', RegularsWallet);
  }

  protected override accepts(view: WidgetView): view is WalletView {
    return view.type === 'wallet';
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const show = walletShow(view);
    if (!view || show.mode === 'slot') return html`<slot></slot>`;
    const { text } = this.safeHost;
    const title = view.texts.title ?? text('wallet.points-title');
    const { body } = view.texts;
    return html`
      <section class="base" part="base" lang=${view.lang} dir=${view.dir} aria-label=${title} aria-busy=${String(show.mode === 'loading')}>
        <h2 class="title" part="title">${title}</h2>
        ${body ? html`<p class="quiet">${richText(body)}</p>` : nothing}
        ${show.mode === 'loading' ? html`<div class="ghost"></div><div class="ghost wide"></div>` : nothing}
        ${show.mode === 'points' ? this.#points(show, view.lang) : nothing}
        <p class=${show.mode === 'loading' ? 'unseen' : 'message'} role="status" ?hidden=${!show.message}>${show.message ? text(show.message) : ''}</p>
        ${show.retry ? html`<button type="button" @click=${this.#refresh}>${text('wallet.retry')}</button>` : nothing}
      </section>
    `;
  }

  #points({ points, pending, lines }: WalletShow, lang: string): TemplateResult {
    const { text } = this.safeHost;
    return html`<div class="sides">
      <div>
        <p class="points" part="points">
          <span class="number">${points.toLocaleString(lang)}</span>
          <span class="quiet">${text('wallet.unit', { count: points })}</span>
        </p>
        ${
          pending > 0
            ? html`<p class="pending">${text('wallet.pending', { count: pending })}</p>
          <p class="why quiet">${text('wallet.pending-why')}</p>`
            : nothing
        }
      </div>
      ${
        lines.length > 0
          ? html`<div><h3>${text('wallet.history')}</h3><ul>${lines.map((line) => this.#line(line, lang))}</ul></div>`
          : html`<p class="message">${text('wallet.no-history')}</p>`
      }
    </div>`;
  }

  #line({ kind, points, t, orderId }: WalletLine, lang: string): TemplateResult {
    const { text } = this.safeHost;
    const amount = points.toLocaleString(lang, { signDisplay: 'exceptZero' });
    return html`<li part="item">
      <span>${text(kind)}</span>
      <span class="quiet">${formatDay(t, lang)}${orderId ? html` · ${text('wallet.order', { id: orderId })}` : nothing}</span>
      <span class="amount ${points > 0 ? 'plus' : ''}" dir="ltr">${amount}</span>
    </li>`;
  }

  readonly #refresh = (): void => {
    const campaignId = this.shownView?.campaignId;
    if (!campaignId || !this.dispatchEvent(new WalletRefreshEvent({ campaignId }))) return;
    this.safeHost.report({ type: 'wallet', campaignId, act: 'refresh' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-wallet': RegularsWallet;
  }
}
