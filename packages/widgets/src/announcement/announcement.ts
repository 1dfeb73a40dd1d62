import type { AnnouncementView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { actionButton } from '../lib/action-button.template.ts';
import { publishInsets } from '../lib/anchor/published-insets.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import type { GuidanceAction } from '../lib/guidance-action-rule.ts';
import { closeIcon } from '../lib/icons.ts';
import { linkButtons } from '../lib/link-button.styles.ts';
import { isOverPage } from '../lib/over-page.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import {
  AnnouncementActEvent,
  AnnouncementActedEvent,
  type AnnouncementDetail,
} from './announcement.events.ts';
import { styles } from './announcement.styles.ts';
import { type AnnouncementShow, announcementShow } from './announcement.view.ts';

/**
 * One thing to tell: a bar in a slot whose height the page reserves, a card in a slot or at the page's edge, or a dialog
 * over the page. The dialog is the browser's own: the page behind it is inert, Escape leaves, focus goes back.
 *
 * @element regulars-announcement
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-announcement-act - Request, before a button acts or it is dismissed; cancelable.
 * @fires regulars-announcement-acted - A button acted, or it was dismissed.
 * @csspart base - Wrapper.
 * @csspart box - Bar, card or dialog.
 * @csspart title - Title.
 * @csspart body - Text.
 * @csspart button - A button or link of the campaign.
 * @csspart close - Closing button.
 * @cssprop [--regulars-announcement-bar-block-size=48px] - Height of the bar; reserve the same for its slot.
 * @cssprop [--regulars-announcement-bar-color] - Background of the bar (default: the accent colour).
 * @cssprop [--regulars-announcement-on-bar-color] - Words on the bar.
 */
export class RegularsAnnouncement extends RegularsElement<AnnouncementView> {
  static override styles: CSSResultGroup = [tokens, buttons, linkButtons, styles];

  #told: string | undefined;
  #before: Element | null = null;
  #left: AnnouncementView | null = null;

  /** Registers `<regulars-announcement>`. */
  static define(): void {
    defineElement('regulars-announcement', RegularsAnnouncement);
  }

  protected override accepts(view: WidgetView): view is AnnouncementView {
    return view.type === 'announcement';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    publishInsets('announcement', null);
    const before = this.#before;
    this.#before = null;
    // A dialog that is taken away gives no focus back by itself; one that only moved stands again by then.
    queueMicrotask(() => {
      const { activeElement } = document;
      if (
        !this.isConnected &&
        before instanceof HTMLElement &&
        (!activeElement || activeElement === document.body)
      )
        before.focus({ preventScroll: true });
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Also after a move into a dialog, which closes ours.
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const over = isOverPage(this);
    const show = announcementShow(view, over);
    const name = show.title ?? this.safeHost.text('announcement.announcement');
    return html`<div class="base" part="base" lang=${view.lang} dir=${view.dir}>
      ${show.form === 'modal' ? this.#modal(show, name) : this.#inline(show, { name, over })}
    </div>`;
  }

  #inline(
    show: AnnouncementShow,
    { name, over }: { readonly name: string; readonly over: boolean },
  ): TemplateResult {
    return html`<section class="${show.form} ${over ? 'over' : ''}" part="box" aria-label=${name} @keydown=${over ? this.#onKey : nothing}>
      ${this.#content(show)}
    </section>`;
  }

  #modal(show: AnnouncementShow, name: string): TemplateResult {
    return html`<dialog part="box" aria-label=${name} @cancel=${this.#onCancel} @click=${this.#onOutside}>
      <div class="box">${this.#content(show)}</div>
    </dialog>`;
  }

  #content({ title, body, image, buttons: list, closes, form }: AnnouncementShow): TemplateResult {
    const heading = title === undefined ? nothing : html`<h2 class="title" part="title">${title}</h2>`;
    const words = html`${heading}<p class=${title === undefined ? 'alone' : ''} part="body">${richText(body)}</p>`;
    const acts = list.map(({ label, action }, at) =>
      actionButton(label, action, { strong: at === 0, onAct: (event) => this.#act(action, event) }),
    );
    return html`
      ${image && form !== 'bar' ? html`<img src=${image.src} alt=${image.words} width=${image.width} height=${image.height} />` : nothing}
      ${form === 'bar' ? html`<div class="words">${words}${acts}</div>` : words}
      ${form !== 'bar' && acts.length > 0 ? html`<div class="buttons">${acts}</div>` : nothing}
      ${
        closes
          ? html`<button type="button" class="plain round" part="close" aria-label=${this.safeHost.text('announcement.close')}
            @click=${() => this.#dismiss('close')}>${closeIcon()}</button>`
          : nothing
      }
    `;
  }

  protected override updated(): void {
    const view = this.shownView;
    const box = this.renderRoot.querySelector<HTMLElement>('[part="box"]');
    if (!view || view === this.#left || !box || !this.isConnected) return;
    if (box instanceof HTMLDialogElement && !box.matches(':modal')) {
      this.#before ??= document.activeElement;
      // Moved by the overlay, it still says open although it is no dialog any more.
      box.removeAttribute('open');
      box.showModal();
    }
    if (box.matches('.bar.over')) publishInsets('announcement', { top: 0, bottom: box.offsetHeight });
    if (this.#told === view.campaignId) return;
    this.#told = view.campaignId;
    this.safeHost.report({ type: 'shown', campaignId: view.campaignId });
  }

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#dismiss('escape');
  };

  readonly #onOutside = (event: MouseEvent): void => {
    // Only the veil is the dialog itself: its content covers the rest.
    if (event.target === event.currentTarget) this.#dismiss('outside');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#dismiss('escape');
  };

  #act(action: GuidanceAction, event: Event): void {
    if (action.type === 'dismiss') {
      this.#dismiss('button');
      return;
    }
    const campaignId = this.shownView?.campaignId ?? '';
    if (!this.#ask({ campaignId, act: action.type })) {
      event.preventDefault();
      return;
    }
    this.#close();
    if (action.type === 'start')
      this.safeHost.report({ type: 'guidance', campaignId, act: 'start', campaign: action.campaign });
    this.safeHost.report({ type: 'clicked', campaignId });
    this.dispatchEvent(new AnnouncementActedEvent({ campaignId, act: action.type }));
  }

  #dismiss(cause: string): void {
    const detail = { campaignId: this.shownView?.campaignId ?? '', act: 'dismiss', cause } as const;
    if (!this.#ask(detail)) return;
    this.#close();
    this.safeHost.report({ type: 'dismissed', campaignId: detail.campaignId, cause });
    this.dispatchEvent(new AnnouncementActedEvent(detail));
  }

  #ask(detail: AnnouncementDetail): boolean {
    return this.shownView !== null && this.dispatchEvent(new AnnouncementActEvent(detail));
  }

  /** Closed by itself, the dialog gives the focus back. */
  #close(): void {
    this.#left = this.shownView;
    this.renderRoot.querySelector('dialog')?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-announcement': RegularsAnnouncement;
  }
}
