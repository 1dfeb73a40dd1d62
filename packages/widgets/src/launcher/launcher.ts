import type { LauncherRowView, LauncherView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { stickyInsets } from '../lib/anchor/insets.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { copyCode } from '../lib/copy-code.ts';
import { closeIcon, copyIcon, forwardIcon, helpIcon, tickIcon } from '../lib/icons.ts';
import { lightDismiss } from '../lib/light-dismiss.ts';
import { safeUrl } from '../lib/safe-url.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { LauncherActEvent, type LauncherDetail } from './launcher.events.ts';
import { styles } from './launcher.styles.ts';
import { type LauncherSection, type LauncherShow, launcherShow } from './launcher.view.ts';

/**
 * A help button in a corner of the page. It opens a list of what this page offers: tours to see again, prizes to collect,
 * the shop's help pages, the code for the support, and the switch for tips. It stands above bars at the page's lower edge.
 *
 * @element regulars-launcher
 * @fires regulars-launcher-act - Request, before it opens, closes, a row is chosen or tips are switched; cancelable.
 * @csspart base - Wrapper.
 * @csspart opener - The round button.
 * @csspart box - The list's box.
 * @csspart title - Title.
 * @csspart item - One row.
 * @csspart code - A code.
 * @csspart close - Closing button.
 * @cssprop [--regulars-launcher-size=52px] - Size of the button.
 */
export class RegularsLauncher extends RegularsElement<LauncherView> {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  #told: string | undefined;
  #copied: string | undefined;
  #wasOpen = false;
  #stopOpen: (() => void) | undefined;

  /** Registers `<regulars-launcher>`. */
  static define(): void {
    defineElement('regulars-launcher', RegularsLauncher);
  }

  protected override accepts(view: WidgetView): view is LauncherView {
    return view.type === 'launcher';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.#lift);
    addEventListener('scrollend', this.#lift);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#lift);
    removeEventListener('scrollend', this.#lift);
    this.#stopOpen?.();
    this.#stopOpen = undefined;
    this.#wasOpen = false;
  }

  override render(): unknown {
    const view = this.shownView;
    if (!view) return nothing;
    const show = launcherShow(view);
    const { text } = this.safeHost;
    return html`<div class="base ${show.corner}" part="base" lang=${view.lang} dir=${view.dir}>
      ${show.open ? this.#panel(show) : nothing}
      <button type="button" class="round opener" part="opener" aria-label=${text('launcher.help')} aria-haspopup="dialog"
        aria-expanded=${String(show.open)} @click=${() => this.#ask({ act: show.open ? 'close' : 'open' })}>
        ${show.open ? closeIcon() : helpIcon()}</button>
    </div>`;
  }

  #panel({ title, sections, message, tips }: LauncherShow): TemplateResult {
    const { text } = this.safeHost;
    const name = title ?? text('launcher.title');
    return html`<div class="panel" part="box" role="dialog" tabindex="-1" aria-label=${name} aria-busy=${String(message === 'loading')}>
      <div class="head"><h2 class="title" part="title">${name}</h2>
        <button type="button" class="plain round" part="close" aria-label=${text('launcher.close')} @click=${() => this.#ask({ act: 'close' })}>${closeIcon()}</button></div>
      <div class="list">
        ${sections.map((section) => this.#section(section, tips))}
        <p class=${message ? 'message' : 'unseen'} role="status">${message ? text(`launcher.${message}`) : ''}</p>
        ${message === 'error' ? html`<button type="button" @click=${() => this.#ask({ act: 'open' })}>${text('launcher.retry')}</button>` : nothing}
      </div>
    </div>`;
  }

  #section({ group, rows }: LauncherSection, tips: boolean): TemplateResult {
    if (group === 'tips') return this.#tips(tips);
    const { text } = this.safeHost;
    return html`<h3 id=${group}>${text(`launcher.${group}`)}</h3>
      <ul aria-labelledby=${group}>${rows.map((row) => html`<li part="item">${this.#row(row)}</li>`)}</ul>
      ${group === 'support' ? html`<p class="small">${text('launcher.support-why')}</p>` : nothing}`;
  }

  #row({ id, label, code, url, group, collected }: LauncherRowView): TemplateResult {
    const { text } = this.safeHost;
    if (code) {
      const copied = this.#copied === id;
      return html`<div class="row">${label ? html`<bdi>${label}</bdi>` : nothing}<code part="code" dir="ltr">${code}</code>
        <button type="button" class="plain round" aria-label=${text(copied ? 'coupon.copied' : 'coupon.copy')} @click=${(event: Event) => this.#copy(id, code, event)}>
          ${copied ? tickIcon() : copyIcon()}</button></div>`;
    }
    if (collected)
      return html`<div class="row"><bdi>${label}</bdi><span class="small">${text('launcher.collected')}</span></div>`;
    const address = safeUrl(url);
    if (address) return html`<a class="row" href=${address}>${label}${forwardIcon()}</a>`;
    const more =
      group === 'prizes' ? html`<span class="small">${text('launcher.collect')}</span>` : forwardIcon();
    return html`<button type="button" class="row" @click=${() => this.#ask({ act: 'choose', row: id })}><bdi>${label}</bdi>${more}</button>`;
  }

  #tips(on: boolean): TemplateResult {
    const { text } = this.safeHost;
    return html`<button type="button" class="row tips" role="switch" aria-checked=${String(on)} aria-describedby="why" part="item"
        @click=${() => this.#ask({ act: 'tips' })}><span>${text('launcher.tips')}</span><span class="switch"><i></i></span></button>
      <p class="small" id="why">${text('launcher.tips-why')}</p>`;
  }

  protected override updated(): void {
    const view = this.shownView;
    if (!view || !this.isConnected) return;
    this.#lift();
    if (this.#told !== view.campaignId) {
      this.#told = view.campaignId;
      this.safeHost.report({ type: 'shown', campaignId: view.campaignId });
    }
    const open = view.state !== 'closed';
    // A row that was chosen may have gone with the focus on it.
    if (open && this.#wasOpen && document.activeElement === document.body) this.#focusPanel();
    if (open === this.#wasOpen) return;
    this.#wasOpen = open;
    this.#stopOpen?.();
    this.#stopOpen = undefined;
    if (open) this.#opened();
    else if (this.shadowRoot?.activeElement ?? document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>('.opener')?.focus({ preventScroll: true });
  }

  #focusPanel(): void {
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus({ preventScroll: true });
  }

  #opened(): void {
    this.#focusPanel();
    this.#stopOpen = lightDismiss(this, () => this.#ask({ act: 'close' }));
  }

  #ask(what: Pick<LauncherDetail, 'act' | 'row'>): void {
    const view = this.shownView;
    if (!view) return;
    const { campaignId } = view;
    if (!this.dispatchEvent(new LauncherActEvent({ campaignId, ...what }))) return;
    const { act, row } = what;
    if (act === 'choose') this.safeHost.report({ type: 'guidance', campaignId, act, row: row ?? '' });
    else if (act === 'tips') this.safeHost.report({ type: 'guidance', campaignId, act, on: !view.tips });
    else this.safeHost.report({ type: 'guidance', campaignId, act });
  }

  async #copy(id: string, code: string, { currentTarget }: Event): Promise<void> {
    const shown = (currentTarget as Element | null)?.parentElement?.querySelector('code') ?? null;
    if (!(await copyCode(code, shown))) return;
    this.#copied = id;
    this.requestUpdate();
  }

  /** Above what sticks to the lower edge: a cookie bar, a bar to buy. */
  readonly #lift = (): void => {
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    base?.style.setProperty('--_lift', `${stickyInsets(null).bottom}px`);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-launcher': RegularsLauncher;
  }
}
