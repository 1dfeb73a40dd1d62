import type { PrivacySwitches, PrivacyView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { card } from '../lib/card.styles.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { PrivacyActEvent, PrivacyChangeEvent, type PrivacyDetail } from './privacy.events.ts';
import { styles } from './privacy.styles.ts';
import { type PrivacyShow, privacyShow } from './privacy.view.ts';

/**
 * What is held of the visitor on this device, in plain words: to see, download and erase. Beside it what they allowed,
 * and switches for personal lists, tips and games.
 *
 * @element regulars-privacy
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-privacy-act - Request, before something is downloaded, erased or switched; cancelable.
 * @fires regulars-privacy-change - The visitor wants to change what they allowed: open the shop's banner.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart consent - What was allowed.
 * @csspart held - What is held.
 * @csspart switches - The switches.
 */
export class RegularsPrivacy extends RegularsElement<PrivacyView> {
  static override styles: CSSResultGroup = [tokens, buttons, card, styles];

  #told: string | undefined;
  #saved: PrivacyView['file'];
  #address: string | undefined;
  #asking = false;
  /** Where the focus goes with the next update. */
  #focus: string | undefined;

  /** Registers `<regulars-privacy>`. */
  static define(): void {
    defineElement('regulars-privacy', RegularsPrivacy);
  }

  protected override accepts(view: WidgetView): view is PrivacyView {
    return view.type === 'privacy';
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const { text } = this.safeHost;
    const show = privacyShow(view);
    const title = view.texts.title ?? text('privacy.title');
    const part = (name: string, inside: TemplateResult): TemplateResult => html`
      <div class="part" id=${name} part=${name} role="group" tabindex="-1" aria-labelledby="${name}-title">
        <h3 id="${name}-title">${text(`privacy.${name}`)}</h3>${inside}
      </div>`;
    const all = {
      consent: () => this.#consent(show, view),
      held: () => this.#held(show, view),
      switches: () => this.#switches(show),
    };
    return html`<section class="base card" part="base" lang=${view.lang} dir=${view.dir} aria-label=${title} aria-busy=${String(/loading|busy/.test(view.state))}>
      <h2 class="title" part="title">${title}</h2>
      <p class="quiet">${view.texts.body ?? text('privacy.lead')}</p>
      ${show.parts.map((name) => part(name, all[name]()))}
      <p class=${show.said ? `said ${show.said}` : 'unseen'} role="status">${show.said ? text(`privacy.${show.said}`) : ''}</p>
    </section>`;
  }

  #consent({ purposes }: PrivacyShow, { consent }: PrivacyView): TemplateResult {
    const { text } = this.safeHost;
    return html`<ul>${purposes.map(
      ({ name, key }) =>
        html`<li><span>${text(`privacy.${name}`)}</span><strong class=${key === 'allowed' ? 'good' : 'quiet'}>${text(`privacy.${key}`)}</strong></li>`,
    )}</ul>
    ${consent.gpc ? html`<p class="small quiet">${text('privacy.gpc')}</p>` : nothing}
    <div class="acts"><button type="button" @click=${this.#change}>${text('privacy.change')}</button></div>`;
  }

  #held({ isEmpty }: PrivacyShow, { held, memory, state }: PrivacyView): TemplateResult {
    const { text } = this.safeHost;
    if (state === 'loading') return html`<p class="quiet">${text('privacy.loading')}</p>`;
    if (isEmpty) return html`<p>${text('privacy.nothing')}</p>`;
    const rows = held.map(({ kind, count }) => html`<li>${text(`privacy.${kind}`, { count })}</li>`);
    return html`<ul>${rows}</ul>
      ${memory ? html`<p class="small quiet">${text('privacy.memory')}</p>` : nothing}
      ${this.#asking ? this.#question(state === 'busy') : this.#ways()}`;
  }

  #ways(): TemplateResult {
    const { text } = this.safeHost;
    return html`<div class="acts">
      <button type="button" @click=${() => this.#ask({ act: 'download' })}>${text('privacy.download')}</button>
      <button type="button" id="erase" @click=${() => this.#turn(true)}>${text('privacy.erase')}</button>
    </div>`;
  }

  #question(busy: boolean): TemplateResult {
    const { text } = this.safeHost;
    return html`<div class="ask" id="ask" role="group" tabindex="-1" aria-labelledby="sure" @keydown=${this.#key}>
      <p id="sure">${text('privacy.sure')}</p>
      <div class="acts">
        <button type="button" class="strong" aria-disabled=${String(busy)} @click=${this.#erase}>${text('privacy.yes')}</button>
        <button type="button" aria-disabled=${String(busy)} @click=${() => this.#turn(false)}>${text('privacy.no')}</button>
      </div></div>`;
  }

  #switches({ switches }: PrivacyShow): TemplateResult {
    const { text } = this.safeHost;
    return html`${switches.map(
      ({ name, on }) => html`<button type="button" class="switch" role="switch" aria-checked=${String(on)}
        aria-labelledby=${name} aria-describedby="${name}-why" @click=${() => this.#ask({ act: 'switch', name, on: !on })}>
        <span><span id=${name}>${text(`privacy.switch-${name}`)}</span>
        <span class="small quiet" id="${name}-why">${text(`privacy.why-${name}`)}</span></span>
        <span class="knob"><i></i></span></button>`,
    )}`;
  }

  protected override updated(): void {
    const view = this.shownView;
    if (!view || !this.isConnected) return;
    const { campaignId, file, said, held } = view;
    if (this.#told !== campaignId) {
      this.#told = campaignId;
      this.safeHost.report({ type: 'shown', campaignId });
    }
    if (file && this.#saved !== file) {
      this.#saved = file;
      this.#release();
      this.#address = save(file);
    }
    // Erased: the question is answered, and its button may be gone.
    if (this.#asking && (said === 'erased' || said === 'failed' || held.length === 0)) {
      this.#asking = false;
      this.#focus = 'held';
      this.requestUpdate();
      return;
    }
    if (!this.#focus) return;
    this.renderRoot.querySelector<HTMLElement>(`#${this.#focus}`)?.focus();
    this.#focus = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  /** Firefox reads the file some time after the click: its address stays until the next one, or the end. */
  #release(): void {
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
  }

  #turn(asking: boolean): void {
    if (this.shownView?.state === 'busy') return;
    this.#asking = asking;
    this.#focus = asking ? 'ask' : 'erase';
    this.requestUpdate();
  }

  readonly #key = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.#turn(false);
  };

  readonly #erase = (): void => {
    if (this.shownView?.state !== 'busy') this.#ask({ act: 'erase' });
  };

  readonly #change = (): void => {
    const { campaignId } = this.shownView ?? {};
    if (campaignId) this.dispatchEvent(new PrivacyChangeEvent({ campaignId }));
  };

  #ask(
    what:
      | { readonly act: 'download' | 'erase' }
      | { readonly act: 'switch'; readonly name: keyof PrivacySwitches; readonly on: boolean },
  ): void {
    const { campaignId } = this.shownView ?? {};
    if (!campaignId) return;
    const detail: PrivacyDetail = { campaignId, ...what };
    if (this.dispatchEvent(new PrivacyActEvent(detail)))
      this.safeHost.report({ type: 'guidance', campaignId, ...what });
  }
}

/** Hands a file to the visitor, as if they had followed a link to it. Answers the address that holds it. */
function save({ name, text }: NonNullable<PrivacyView['file']>): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  return link.href;
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-privacy': RegularsPrivacy;
  }
}
