import type { WheelView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { formatDay } from '../lib/format-money.ts';
import { copyIcon, tickIcon } from '../lib/icons.ts';
import { richText } from '../lib/rich-text.template.ts';
import { safeUrl } from '../lib/safe-url.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { copyCode } from './copy-code.ts';
import { cutSectors, pointAt, type Sector } from './sectors.ts';
import { SpinController } from './spin-controller.ts';
import { WheelClaimEvent, WheelDrawEvent, WheelSettledEvent } from './wheel.events.ts';
import { styles } from './wheel.styles.ts';
import { oddsRows, type WheelShow, wheelShow } from './wheel.view.ts';

/**
 * A prize wheel. The server draws; the wheel turns to the prize that it is told and says it in words, at once when
 * the visitor prefers less motion. Sectors are as wide as the odds, or the page says that they are not; the odds are
 * a table, the rules a link.
 *
 * @element regulars-wheel
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-wheel-draw - Request, before the draw; cancelable.
 * @fires regulars-wheel-settled - The wheel stands still and the result is in words.
 * @fires regulars-wheel-claim - Request, before the prize is claimed; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart stage - Box of the wheel.
 * @csspart button - The button that draws, then claims.
 * @csspart result - The result in words.
 * @csspart code - The code.
 * @csspart odds - Table of the odds.
 * @cssprop [--regulars-wheel-size=22em] - Largest width of the wheel.
 * @cssprop [--regulars-wheel-color-1=#3148c8] - First sector, white words.
 * @cssprop [--regulars-wheel-color-2=#f1c75b] - Second sector, dark words.
 * @cssprop [--regulars-wheel-color-3=#16795c] - Third sector, white words.
 * @cssprop [--regulars-wheel-color-4=#f5ede0] - Fourth sector, dark words.
 * @cssprop [--regulars-wheel-color-5=#ec9a80] - Fifth sector, dark words.
 * @cssprop [--regulars-wheel-color-6=#b7d5ee] - Sixth sector, dark words; then the first again.
 */
export class RegularsWheel extends RegularsElement<WheelView> {
  static override properties: PropertyDeclarations = {
    spinMs: { attribute: false },
    copied: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  /** Length of the turn, ms (default 4600). */
  declare spinMs: number;
  declare private copied: 'copied' | 'copy-failed' | undefined;

  readonly #spin: SpinController = new SpinController(this, () => this.#onSettled());

  constructor() {
    super();
    this.spinMs = 4600;
  }

  /** Registers `<regulars-wheel>`. */
  static define(): void {
    defineElement('regulars-wheel', RegularsWheel);
  }

  protected override accepts(view: WidgetView): view is WheelView {
    return view.type === 'wheel';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const view = this.shownView;
    this.#spin.follow(view?.state, view?.prizeIndex);
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const show = wheelShow(view, { settled: this.#spin.settled, online: navigator.onLine });
    const { sectors, equal } = cutSectors(show.rows);
    const { text } = this.safeHost;
    const { title = text('wheel.prize-wheel'), body } = view.texts;
    return html`
      <section class="base" part="base" lang=${view.lang} dir=${view.dir} aria-label=${title}>
        <div class="card">
          <div class="stage" part="stage">${this.#wheel(sectors)}</div>
          <div class="side">
            <div><h2 class="title" part="title">${title}</h2>${body ? html`<p class="quiet">${richText(body)}</p>` : nothing}</div>
            ${this.#outcome(show, view)} ${this.#odds(show, view, equal)}
          </div>
        </div>
      </section>
    `;
  }

  protected override updated(): void {
    const view = this.shownView;
    const disc = this.renderRoot.querySelector<SVGGElement>('.disc');
    if (!view || !disc || view.prizeIndex === undefined) return;
    const sector = cutSectors(oddsRows(view)).sectors[view.prizeIndex];
    if (sector) this.#spin.turn(disc, sector, this.spinMs);
  }

  #wheel(sectors: readonly Sector[]): TemplateResult {
    const count = sectors.length;
    return html`<svg viewBox="-108 -112 216 220" role="img" aria-label=${this.safeHost.text('wheel.wheel-of', { count })}>
      <g class="disc">${sectors.map((sector, index) => slice(sector, colourOf(index, count)))}<circle class="rim" r="102" /></g>
      <circle class="hub" r="13" /><path class="pointer" d="M0 -94 -9 -112H9Z" />
    </svg>`;
  }

  #outcome({ button, result, reason, code, points, endsAt }: WheelShow, { lang }: WheelView): TemplateResult {
    const { text } = this.safeHost;
    return html`
      <p class="result" part="result" role="status">${result ? (result.own ?? text(result.key, { prize: result.prize })) : ''}</p>
      <p class="reason" role="status">${reason ? text(reason) : ''}</p>
      ${
        button
          ? html`<button type="button" class="strong" part="button" aria-disabled=${String(!button.enabled)}
        @click=${() => button.enabled && this.#act(button.act)}>${button.own ?? text(button.key)}</button>`
          : nothing
      }
      ${code ? this.#coupon(code) : nothing}
      ${points === undefined ? nothing : html`<p>${text('wheel.points', { count: points })}</p>`}
      ${endsAt === undefined ? nothing : html`<p class="small quiet">${text('wheel.ends', { date: formatDay(endsAt, lang) })}</p>`}
    `;
  }

  #coupon(code: string): TemplateResult {
    const { text } = this.safeHost;
    const { copied } = this;
    const done = copied === 'copied';
    return html`<div class="coupon">
        <div><span class="small quiet">${text('wheel.code')}</span><code part="code" dir="ltr">${code}</code></div>
        <button type="button" @click=${() => this.#copy(code)}>${done ? tickIcon() : copyIcon()}${text(done ? 'wheel.copied' : 'wheel.copy')}</button>
      </div>
      <p class=${done ? 'unseen' : 'small'} role="status">${copied ? text(`wheel.${copied}`) : ''}</p>`;
  }

  #odds({ rows, rulesUrl }: WheelShow, { lang, prizeIndex }: WheelView, equal: boolean): TemplateResult {
    const { text } = this.safeHost;
    const url = safeUrl(rulesUrl);
    const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 2 });
    const won = this.#spin.settled ? prizeIndex : undefined;
    return html`<div>
      <table part="odds">
        <caption>${text('wheel.odds')}</caption>
        <thead><tr><th scope="col">${text('wheel.prize')}</th><th scope="col">${text('wheel.chance')}</th></tr></thead>
        <tbody>${rows.map(
          ({ label, chance }, index) => html`<tr class=${index === won ? 'won' : ''}>
          <th scope="row"><i class="c${colourOf(index, rows.length)}"></i>${label}</th><td>${percent.format(chance)}</td></tr>`,
        )}</tbody>
      </table>
      ${equal ? html`<p class="small quiet">${text('wheel.equal-sectors')}</p>` : nothing}
      ${url ? html`<p class="small"><a href=${url}>${text('wheel.rules')}</a></p>` : nothing}
    </div>`;
  }

  #act(act: 'draw' | 'claim'): void {
    const campaignId = this.shownView?.campaignId;
    if (!campaignId) return;
    const request = act === 'draw' ? new WheelDrawEvent({ campaignId }) : new WheelClaimEvent({ campaignId });
    if (this.dispatchEvent(request)) this.safeHost.report({ type: 'wheel', campaignId, act });
  }

  #onSettled(): void {
    const { campaignId, prizeIndex } = this.shownView ?? {};
    if (campaignId === undefined || prizeIndex === undefined) return;
    this.safeHost.report({ type: 'wheel', campaignId, act: 'settled' });
    this.dispatchEvent(new WheelSettledEvent({ campaignId, prizeIndex }));
  }

  async #copy(code: string): Promise<void> {
    const copied = await copyCode(code, this.renderRoot.querySelector('code'));
    this.copied = copied ? 'copied' : 'copy-failed';
  }
}

function slice(sector: Sector, colour: number): TemplateResult {
  const middle = (sector.from + sector.to) / 2;
  const { x, y } = pointAt(middle, 89);
  // Words run from the rim inwards along the middle of the sector.
  return svg`<path class="c${colour}" d=${sector.path} /><text class="c${colour}" x=${x} y=${y}
    transform="rotate(${middle - 90} ${x} ${y})">${shorten(sector.label)}</text>`;
}

/** Colours go round; the last of an odd wheel must not meet the first in the same colour. */
function colourOf(index: number, count: number): number {
  const colour = index % 6;
  return index === count - 1 && colour === 0 && index > 0 ? 1 : colour;
}

function shorten(label: string): string {
  return label.length > 15 ? `${label.slice(0, 14)}…` : label;
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-wheel': RegularsWheel;
  }
}
