import type { WalletView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Wallet } from '../lib/reward-types.ts';
import { styles } from './wallet.styles.ts';
import { type WalletLine, walletLines } from './wallet.view.ts';
import type { Ways } from './wallet.ways.ts';

/**
 * The visitor's points: balance, what is on its way, what ends soon, the last movements.
 *
 * @element regulars-wallet
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-wallet-refresh - Request to read the points anew; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart points - Balance.
 * @fires regulars-wallet-redeem - Request, before points buy an offer; cancelable.
 * @csspart item - One movement.
 * @csspart offer - Something that points buy.
 */
export class RegularsWallet extends ReadingElement<WalletView, Ways> {
  static override styles: CSSResultGroup = [reading, styles];

  protected override readonly loadPart = (): Promise<typeof import('./wallet.ways.ts')> =>
    import('./wallet.ways.ts');

  /** Registers `<regulars-wallet>`. */
  static define(): void {
    defineElement('regulars-wallet', RegularsWallet);
  }

  protected override content(wallet: Wallet, { lang, props, offers = [] }: WalletView): TemplateResult {
    const { points, pending, nextExpiry, ways = [] } = wallet;
    const { text } = this.safeHost;
    const lines = walletLines(wallet, props.history);
    return html`<div class="sides">
      <div>
        <p class="points" part="points">
          <span class="number">${points.toLocaleString(lang)}</span>
          <span class="quiet">${text('wallet.unit', { count: points })}</span>
        </p>
        ${
          pending > 0
            ? html`<p class="chip">${text('wallet.pending', { count: pending })}</p>
          <p class="why quiet">${text('wallet.pending-why')}</p>`
            : nothing
        }
        ${this.acting?.money(wallet, lang)}
        ${nextExpiry ? html`<p class="why">${text('wallet.expires', { count: nextExpiry.points, date: formatDay(nextExpiry.at, lang) })}</p>` : nothing}
        ${this.acting?.ways(ways)}
      </div>
      ${
        lines.length > 0
          ? html`<div><h3>${text('wallet.history')}</h3><ul>${lines.map((line) => this.#line(line, lang))}</ul></div>`
          : html`<p class="message">${text('wallet.no-history')}</p>`
      }
    </div>
    ${this.acting?.offers(offers)}`;
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
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-wallet': RegularsWallet;
  }
}
