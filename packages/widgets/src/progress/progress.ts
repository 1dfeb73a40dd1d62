import type { ProgressView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { bars } from '../lib/bar.styles.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { card } from '../lib/card.styles.ts';
import { formatMoney } from '../lib/format-money.ts';
import { tickIcon } from '../lib/icons.ts';
import { pageTokens } from '../lib/page-tokens.styles.ts';
import { ProgressReachedEvent } from './progress.events.ts';
import { styles } from './progress.styles.ts';
import { progressKey, type Threshold } from './progress.view.ts';

/**
 * How far the cart is from free delivery or a gift. Thresholds, currency and cart come from the shop; what the shop
 * does not say is not shown.
 *
 * @element regulars-progress
 * @slot - Fallback, shown while nothing is decided or known.
 * @fires regulars-progress-reached - A threshold is reached that was not before.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One threshold.
 */
export class RegularsProgress extends RegularsElement<ProgressView> {
  static override styles: CSSResultGroup = [pageTokens, card, bars, styles];

  /** What was reached when it was last shown; none: it was not shown. */
  #reached: ReadonlySet<string> | undefined;

  /** Registers `<regulars-progress>`. */
  static define(): void {
    defineElement('regulars-progress', RegularsProgress);
  }

  protected override accepts(view: WidgetView): view is ProgressView {
    return view.type === 'progress';
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view || view.thresholds.length === 0) return html`<slot></slot>`;
    const { lang, dir, texts } = view;
    return html`<section class="base card" part="base" lang=${lang} dir=${dir} aria-label=${texts.title ?? this.safeHost.text('progress.title')}>
      ${texts.title ? html`<h2 class="title" part="title">${texts.title}</h2>` : nothing}
      <div role="status"><ul>${view.thresholds.map((threshold) => this.#threshold(threshold, view))}</ul></div>
    </section>`;
  }

  protected override updated(): void {
    const { campaignId, thresholds = [] } = this.shownView ?? {};
    if (campaignId === undefined) return;
    const reached = new Set(thresholds.flatMap(({ kind, missing }) => (missing.value === 0 ? [kind] : [])));
    const before = this.#reached;
    if (thresholds.length > 0) this.#reached = reached;
    for (const kind of reached) {
      if (before && !before.has(kind)) this.dispatchEvent(new ProgressReachedEvent({ campaignId, kind }));
    }
  }

  #threshold(threshold: Threshold, { lang }: ProgressView): TemplateResult {
    const { missing, share } = threshold;
    const reached = missing.value === 0;
    const words = this.safeHost.text(progressKey(threshold), { amount: formatMoney(missing, lang) });
    return html`<li part="item" class=${reached ? 'good' : ''}>
      <p>${reached ? tickIcon() : nothing}<span>${words}</span></p>
      <progress max="1" .value=${share} aria-label=${words}></progress>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-progress': RegularsProgress;
  }
}
