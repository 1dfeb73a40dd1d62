import type { TourView, WidgetView } from '@regulars/core';
import {
  type CSSResult,
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { defineElement } from '../define.ts';
import { adoptStyles } from '../lib/adopt-styles.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons as buttonStyles } from '../lib/button.styles.ts';
import { closeIcon } from '../lib/icons.ts';
import { nextTask } from '../lib/next-task.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { StepController } from './step-controller.ts';
import {
  type TourActs,
  TourAdvancedEvent,
  TourAdvanceEvent,
  type TourDetail,
  TourSlotEvent,
} from './tour.events.ts';
import { styles } from './tour.styles.ts';
import { stepOf, type TourShow } from './tour.view.ts';
import { forms } from './tour-forms.styles.ts';
import { footerPart, progressPart } from './tour-parts.ts';

/** Acts after which the tour goes on here. */
const stays: readonly TourDetail['act'][] = ['next', 'advance', 'go', 'back'];

/**
 * One step of a guided tour: a tooltip with an arrow on wide screens, a bottom sheet below 640 px, a card in the
 * middle when a step has no target. The page stays usable, and using it puts the step aside as a small chip; focus is moved to it once and given back at the end.
 * Escape leaves, the arrow keys move (mirrored in right-to-left), the step is announced politely.
 *
 * @element regulars-tour
 * @fires regulars-tour-advance - Request, before the tour moves or ends; cancelable.
 * @fires regulars-tour-advanced - The visitor moved or ended the tour.
 * @fires regulars-tour-slot - Request: a step holds a slot, and `<regulars-slot>` is not registered.
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
 * @csspart button - A button of the step's own.
 * @csspart media - Picture or film of the step.
 * @csspart slot - What another campaign shows in the step.
 * @csspart chip - The step put aside.
 * @csspart resume - Takes it up again.
 * @cssprop [--regulars-tour-inline-size=22.5em] - Width of the tooltip.
 * @cssprop [--regulars-tour-spot-radius=12px] - Corner of the spotlight.
 */
export class RegularsTour extends RegularsElement<TourView> {
  static override properties: PropertyDeclarations = { waitMs: { attribute: false } };
  static override styles: CSSResultGroup = [tokens, buttonStyles, styles, forms];

  /** How long a step waits for its target when it does not say, ms (default 4000). */
  declare waitMs: number;

  #rich: typeof import('./rich.ts') | undefined;
  #chip: typeof import('./chip.ts') | undefined;

  readonly #step: StepController = new StepController(this, {
    view: () => this.shownView,
    report: (signal) => this.safeHost.report(signal),
    leave: (cause) => this.#act('dismiss', { cause }),
    next: () => this.#act('next'),
    back: () => this.#act('back'),
    advance: (cause) => this.#act('advance', { cause }),
    waitMs: () => this.waitMs,
    words: (show) => this.#words(show),
    announce: (words) => {
      const live = this.renderRoot.querySelector('[role="status"]');
      if (live) live.textContent = words;
    },
    fetch: (part) => this.#fetch(part),
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

  /** Rendering is a task of its own: the press or the page that asked for it is answered first. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    super.scheduleUpdate();
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const { show, aside, phase, target } = this.#step;
    const open = aside ? null : show;
    const veil = phase === 'centred' || phase === 'docked';
    return html`
      <div class="base" part="base" lang=${view?.lang ?? nothing} dir=${view?.dir ?? nothing}>
        ${open?.modal ? html`<div class="blocks"></div>` : nothing}
        ${open?.form !== 'dock' && open && veil ? html`<div class="veil" part="spotlight"></div>` : nothing}
        <div class="spot" part="spotlight" ?hidden=${!open || !target}></div>
        ${open && view ? this.#box(open, view) : show && aside ? this.#aside(show) : nothing}
        <div class="unseen" role="status"></div>
      </div>
    `;
  }

  #box(show: TourShow, view: TourView): TemplateResult {
    const { text } = this.safeHost;
    const { media, slot, buttons } = stepOf(view, this.#step.phone);
    const rich = this.#rich;
    const desk = { host: this.safeHost, view, last: show.last, act: this.#act };
    const own = buttons && rich?.buttonParts(buttons, view.texts, desk);
    return html`
      <div class="box ${show.form}" part="box" role="dialog" tabindex="-1" aria-modal=${show.modal ? 'true' : nothing}
        aria-label=${show.title ?? text('tour.tour')} aria-describedby="body">
        <div class="arrow" part="arrow"></div>
        <div class="grip" aria-hidden="true"></div>
        <div part="header">
          <span class="progress">${progressPart(show, text)}</span>
          <button type="button" class="plain round" part="close" aria-label=${text('tour.close')}
            @click=${() => this.#act('dismiss', { cause: 'close' })}>${closeIcon()}</button>
        </div>
        <div class="words" tabindex=${show.rich ? 0 : nothing}>
          ${show.title ? html`<h2 class="title" part="title">${show.title}</h2>` : nothing}
          <p id="body" part="body">${richText(show.body)}</p>
          ${media && rich ? rich.mediaPart(media, view.texts) : nothing}
          ${slot && rich ? rich.slotPart(slot, this.knownHost) : nothing}
        </div>
        <div part="footer" class=${own ? 'own' : nothing}>${footerPart(show, { text, act: this.#act, own })}</div>
      </div>
    `;
  }

  #aside(show: TourShow): unknown {
    const resume = (): void => this.#step.putAside(null, true);
    const leave = (): boolean => this.#act('dismiss', { cause: 'close' });
    return this.#chip?.chip(show, this.safeHost.text, { resume, leave }) ?? nothing;
  }

  #words({ number, count, title = '' }: TourShow): string | null {
    const { text } = this.safeHost;
    const step = text('tour.step', { index: number, count });
    // The last resort of a host whose texts are on their way names no place.
    return step === 'Step' ? null : `${step}. ${title}`;
  }

  /** A part that cannot be had leaves the step plain. */
  async #fetch(part: 'rich' | 'chip' | 'acts'): Promise<void> {
    const adopt = (styles: CSSResult): void => adoptStyles(this.shadowRoot, styles);
    try {
      if (part === 'rich') this.#rich ??= await import('./rich.ts');
      else if (part === 'acts') await Promise.all([import('./attend.ts'), import('./acts.ts')]);
      else this.#chip ??= await import('./chip.ts');
      this.#chip?.liftChip(this);
    } catch (error) {
      this.fail(error);
    }
    if (this.#rich) adopt(this.#rich.richStyles);
    if (this.#chip) adopt(this.#chip.chipStyles);
    if (this.shownView?.step.slot && !customElements.get('regulars-slot'))
      this.dispatchEvent(new TourSlotEvent());
  }

  /** One transition for one act of the visitor: a second press on the same step does nothing. */
  readonly #act: TourActs = (act, { cause, value } = {}) => {
    const view = this.shownView;
    const leaves = !stays.includes(act);
    if (!view || this.#step.phase === 'gone' || this.#step.acted) return false;
    const more = value === undefined ? { cause } : { cause, value };
    const detail = { campaignId: view.campaignId, stepId: view.step.id, act, ...more };
    if (!this.dispatchEvent(new TourAdvanceEvent(detail))) return false;
    this.#step.done(leaves);
    this.safeHost.report({ type: 'tour', campaignId: view.campaignId, act, ...more });
    this.dispatchEvent(new TourAdvancedEvent(detail));
    return true;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-tour': RegularsTour;
  }
}
