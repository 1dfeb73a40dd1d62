import type { CountdownView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { card } from '../lib/card.styles.ts';
import { formatMoment } from '../lib/format-money.ts';
import { pageTokens } from '../lib/page-tokens.styles.ts';
import { richWords } from '../lib/rich-words.ts';
import { timeLeft } from '../lib/time-left.ts';
import { CountdownEndedEvent } from './countdown.events.ts';
import { styles } from './countdown.styles.ts';
import { passedMoment, timeParts } from './countdown.view.ts';

/**
 * Time left until the real end of a campaign, by the server's clock; it never starts again. It says the time aloud at
 * one day, one hour and ten minutes, and only then. Where the server has not told its time, the date stands alone.
 *
 * @element regulars-countdown
 * @slot - Fallback, shown while nothing is decided and after the end.
 * @fires regulars-countdown-ended - The end has come.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart time - The time left.
 */
export class RegularsCountdown extends RegularsElement<CountdownView> {
  static override properties: PropertyDeclarations = { said: { state: true, attribute: false } };
  static override styles: CSSResultGroup = [pageTokens, card, styles];

  declare private said: string;
  readonly #words: (text: string) => unknown = richWords(this.bring);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leftMs: number | undefined;

  constructor() {
    super();
    this.said = '';
  }

  /** Registers `<regulars-countdown>`. */
  static define(): void {
    defineElement('regulars-countdown', RegularsCountdown);
  }

  protected override accepts(view: WidgetView): view is CountdownView {
    return view.type === 'countdown';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const leftMs = view?.endsIn === undefined ? undefined : view.endsIn - performance.now();
    if (!view || (leftMs !== undefined && leftMs <= 0)) return html`<slot></slot>`;
    const { lang, dir, texts, endsAt } = view;
    const { text } = this.safeHost;
    const { title = text('countdown.title'), body } = texts;
    return html`<section class="base card" part="base" lang=${lang} dir=${dir} aria-label=${title}>
      <div><h2 class="title" part="title">${title}</h2>${body ? html`<p class="quiet">${this.#words(body)}</p>` : nothing}
      <p class="small quiet">${text('countdown.until', { date: formatMoment(endsAt, lang) })}</p></div>
      ${leftMs === undefined ? nothing : html`<p class="time" part="time" role="timer" aria-live="off">${timeParts(leftMs, lang).map(({ count, label }) => html`<span><b>${count}</b> <small>${label}</small></span>`)}</p>`}
      <p class="unseen" role="status">${this.said}</p>
    </section>`;
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    const { endsIn, lang, campaignId } = this.shownView ?? {};
    if (!this.isConnected || endsIn === undefined || campaignId === undefined) return;
    const before = this.#leftMs ?? Number.NEGATIVE_INFINITY;
    const left = endsIn - performance.now();
    this.#leftMs = left;
    if (passedMoment(before, left) !== undefined) this.said = timeLeft(left + 500, lang);
    if (left > 0) {
      // The next whole second of the time left, not of the clock on the wall.
      this.#timer = setTimeout(() => this.requestUpdate(), (left % 1000) + 5);
    } else if (before > 0) this.dispatchEvent(new CountdownEndedEvent({ campaignId }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-countdown': RegularsCountdown;
  }
}
