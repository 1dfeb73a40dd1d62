import type { TourView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { closeIcon } from '../lib/icons.ts';
import { isTyping } from '../lib/overlay-stack.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { StepController } from './step-controller.ts';
import { TourAdvancedEvent, TourAdvanceEvent, type TourDetail } from './tour.events.ts';
import { styles } from './tour.styles.ts';
import { arrowAct, type TourShow, tourShow } from './tour.view.ts';
import { loopTab } from './tour-focus.ts';

/**
 * One step of a guided tour: a tooltip with an arrow on wide screens, a bottom sheet below 640 px, a card in the
 * middle when a step has no target. The page stays usable; focus is moved to it once and given back at the end.
 * Escape leaves, the arrow keys move (mirrored in right-to-left), the step is announced politely.
 *
 * @element regulars-tour
 * @fires regulars-tour-advance - Request, before the tour moves or ends; cancelable.
 * @fires regulars-tour-advanced - The visitor moved or ended the tour.
 * @csspart base - Wrapper.
 * @csspart spotlight - The ring around the target and the veil over the rest.
 * @csspart box - Tooltip, sheet or card.
 * @csspart arrow - Arrow of the tooltip.
 * @csspart header - Progress and close button.
 * @csspart close - Close button.
 * @csspart title - Title of the step.
 * @csspart body - Text of the step.
 * @csspart footer - Skip, back, next.
 * @csspart next - The button that goes on.
 * @cssprop [--regulars-tour-inline-size=22.5em] - Width of the tooltip.
 * @cssprop [--regulars-tour-spot-radius=12px] - Corner of the spotlight.
 */
export class RegularsTour extends RegularsElement<TourView> {
  static override properties: PropertyDeclarations = { waitMs: { attribute: false } };
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  /** How long a step waits for its target when it does not say, ms (default 4000). */
  declare waitMs: number;

  readonly #step: StepController = new StepController(this, {
    view: () => this.shownView,
    report: (signal) => this.safeHost.report(signal),
    leave: (cause) => this.#act('dismiss', cause),
    waitMs: () => this.waitMs,
    announce: (text) => {
      const live = this.renderRoot.querySelector('[role="status"]');
      if (live) live.textContent = text;
    },
    stepText: (index, count) => this.safeHost.text('tour.step', { index, count }),
  });

  constructor() {
    super();
    this.waitMs = 4000;
  }

  /** Registers `<regulars-tour>`. */
  static define(): void {
    defineElement('regulars-tour', RegularsTour);
  }

  protected override accepts(view: WidgetView): view is TourView {
    return view.type === 'tour';
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const { phase, phone, target } = this.#step;
    const show = tourShow(view, { phase, phone });
    return html`
      <div class="base" part="base" lang=${view?.lang ?? nothing} dir=${view?.dir ?? nothing}>
        ${show?.modal ? html`<div class="blocks"></div>` : nothing}
        ${show && phase === 'centred' ? html`<div class="veil" part="spotlight"></div>` : nothing}
        <div class="spot" part="spotlight" ?hidden=${!show || !target}></div>
        ${show ? this.#box(show) : nothing}
        <div class="unseen" role="status"></div>
      </div>
    `;
  }

  #box(show: TourShow): TemplateResult {
    const { text } = this.safeHost;
    return html`
      <div class="box ${show.form}" part="box" role="dialog" tabindex="-1" aria-modal=${show.modal ? 'true' : nothing}
        aria-label=${show.title ?? text('tour.tour')} aria-describedby="body" @keydown=${this.#onKey}>
        <div class="arrow" part="arrow"></div>
        <div class="grip" aria-hidden="true"></div>
        <div part="header">
          <span class="progress">${this.#progress(show)}</span>
          <button type="button" class="plain round" part="close" aria-label=${text('tour.close')}
            @click=${() => this.#act('dismiss', 'close')}>${closeIcon()}</button>
        </div>
        <div class="words">
          ${show.title ? html`<h2 class="title" part="title">${show.title}</h2>` : nothing}
          <p id="body" part="body">${richText(show.body)}</p>
        </div>
        <div part="footer">${this.#footer(show)}</div>
      </div>
    `;
  }

  #progress({ number, count }: TourShow): unknown {
    if (count < 2) return nothing;
    const dot = (_: unknown, at: number): TemplateResult =>
      html`<i class=${at + 1 === number ? 'here' : at + 1 < number ? 'past' : ''}></i>`;
    return html`
      ${count <= 8 ? html`<span class="dots" aria-hidden="true">${Array.from({ length: count }, dot)}</span>` : nothing}
      <span>${this.safeHost.text('tour.step', { index: number, count })}</span>
    `;
  }

  #footer({ first, last }: TourShow): TemplateResult {
    const { text } = this.safeHost;
    return html`
      ${last ? nothing : html`<button type="button" class="plain skip" @click=${() => this.#act('skip')}>${text('tour.skip')}</button>`}
      <span class="gap"></span>
      ${first ? nothing : html`<button type="button" @click=${() => this.#act('back')}>${text('tour.back')}</button>`}
      <button type="button" class="strong" part="next" @click=${() => this.#act(last ? 'complete' : 'next')}>
        ${text(last ? 'tour.done' : 'tour.next')}
      </button>
    `;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { phase, phone } = this.#step;
    const show = tourShow(this.shownView, { phase, phone });
    if (!show || isTyping(event) || event.defaultPrevented) return;
    if (show.modal && event.currentTarget instanceof HTMLElement) loopTab(event, event.currentTarget);
    const act = arrowAct(event.key, show);
    if (!act) return;
    event.preventDefault();
    this.#act(act);
  };

  /** One transition for one act of the visitor: a second press on the same step does nothing. */
  #act(act: TourDetail['act'], cause?: string): void {
    const view = this.shownView;
    const leaves = act !== 'next' && act !== 'back';
    if (!view || this.#step.phase === 'gone' || (!leaves && this.#step.acted)) return;
    const detail = { campaignId: view.campaignId, stepId: view.step.id, act, cause };
    if (!this.dispatchEvent(new TourAdvanceEvent(detail))) return;
    this.#step.done(leaves);
    this.safeHost.report({ type: 'tour', campaignId: view.campaignId, act, cause });
    this.dispatchEvent(new TourAdvancedEvent(detail));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-tour': RegularsTour;
  }
}
