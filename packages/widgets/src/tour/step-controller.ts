import type { TourView } from '@regulars/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TargetProblem } from '../lib/anchor/find-target.ts';
import { followTarget } from '../lib/anchor/follow-target.ts';
import { createFocusLoan } from '../lib/focus-loan.ts';
import { nextTask } from '../lib/next-task.ts';
import { createPlacer, type Placer } from './placer.ts';
import type { ShownStep, StepHooks } from './shown-step.ts';
import { partsOf, queryOf, stepKey, stepOf, type TourPhase, type TourShow, tourShow } from './tour.view.ts';

const boxIn = ({ shadowRoot }: Element): HTMLElement | null => shadowRoot?.querySelector('.box') ?? null;

/**
 * Follows the step that is shown: searches its target, places the box when it is rendered, tells the engine once that
 * it was shown or that its target is missing, and puts it aside when the visitor does something else. Everything it
 * starts ends with the step, or with the element.
 */
export class StepController implements ReactiveController {
  /** Where the step stands. */
  phase: TourPhase = 'waiting';
  /** In the page, when found. */
  target: Element | null = null;
  acted = false;
  /** Put aside: `visitor` until they ask for it, `dialog` until it closes. */
  aside: 'visitor' | 'dialog' | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #hooks: StepHooks;
  readonly #focus = createFocusLoan();
  readonly #placer: Placer;
  #media: MediaQueryList | undefined;
  #key = '';
  #last = '';
  #view: TourView | null = null;
  #told = '';
  #said = '';
  #leftCampaign: string | undefined;
  #stopTarget: (() => void) | undefined;
  #ends = false;
  /** The focus was in the step before. */
  #held = false;

  constructor(host: ReactiveControllerHost & HTMLElement, hooks: StepHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#placer = createPlacer({
      ...hooks,
      stands: (step) => this.#stands(step),
      aside: (why) => this.putAside(why),
      ends: (ends) => {
        if (ends !== this.#ends) this.#refresh();
        this.#ends = ends;
      },
    });
    host.addController(this);
  }

  /** The step is a bottom sheet. */
  get phone(): boolean {
    return this.#media?.matches === true;
  }

  /** What to show now. */
  get show(): TourShow | null {
    return tourShow(this.#hooks.view(), { phase: this.phase, phone: this.phone, ends: this.#ends });
  }

  /** The visitor has moved on from this step; `leaves`: the tour is over for this element, whatever the engine does. */
  done(leaves: boolean): void {
    this.acted = true;
    if (!leaves) return;
    this.#leftCampaign = this.#view?.campaignId;
    this.#focus.giveBack(!!this.#host.shadowRoot?.activeElement);
    this.#stopStep();
    this.phase = 'gone';
    this.#refresh();
  }

  /** Puts the step aside, or takes it up again: then the focus goes to it, as the visitor asked. */
  putAside(why: 'visitor' | 'dialog' | null, asked = false): void {
    if (why === this.aside || (why === 'dialog' && this.aside)) return;
    this.aside = why;
    if (why) this.#hooks.fetch('chip').then(this.#refresh);
    this.#refresh();
    if (asked) this.#host.updateComplete.then(() => boxIn(this.#host)?.focus({ preventScroll: true }));
  }

  hostConnected(): void {
    // Below this width the step is a sheet.
    this.#media = matchMedia('(max-width: 639.98px)');
    this.#media.addEventListener('change', this.#refresh);
    // Also after a move into a dialog: what disconnecting stopped begins again.
    this.#key = '';
    this.#refresh();
  }

  hostDisconnected(): void {
    this.#media?.removeEventListener('change', this.#refresh);
    this.#stopStep();
    queueMicrotask(() => {
      const { activeElement, body } = document;
      const inside = !activeElement || activeElement === body;
      if (this.#host.isConnected) return;
      this.#leftCampaign = undefined;
      if (inside) this.#focus.giveBack(inside);
    });
  }

  hostUpdate(): void {
    const view = this.#hooks.view();
    if (view !== this.#view) this.acted = false;
    this.#view = view;
    if (!view || view.campaignId !== this.#leftCampaign) this.#leftCampaign = undefined;
    const key = view && !this.#leftCampaign ? stepKey(view, this.phone) : '';
    if (key === this.#key) return;
    this.#key = key;
    this.#held ||= !!this.#host.shadowRoot?.activeElement;
    this.#stopStep();
    this.target = null;
    if (key && key !== this.#last) this.aside = null;
    this.#last = key || this.#last;
    this.phase = this.#leftCampaign ? 'gone' : 'waiting';
    if (view && key && this.#host.isConnected) this.#start(view);
  }

  hostUpdated(): void {
    const { show, aside, target } = this;
    const [view, box] = [this.#view, boxIn(this.#host)];
    if (!show || aside || !box || !view || !this.#host.isConnected) {
      this.#placer.hide();
      return;
    }
    this.#placer.show({ key: this.#key, host: this.#host, box, view, show, target });
    const words = this.#hooks.words(show);
    // Built-in texts may come after the element: said once, when they are there.
    if (words && this.#said !== this.#key) this.#hooks.announce(words);
    if (words) this.#said = this.#key;
  }

  /** Once per step: where it is searched again it was shown before. */
  #stands({ key, box, view }: ShownStep): void {
    if (this.#told === key) return;
    this.#told = key;
    this.#focus.take(box, this.#held);
    this.#held = false;
    this.#hooks.report({ type: 'tour', campaignId: view.campaignId, act: 'step-shown' });
  }

  readonly #refresh = (): void => this.#host.requestUpdate();

  #start(view: TourView): void {
    const key = this.#key;
    const step = stepOf(view, this.phone);
    const query = queryOf(step, view.texts);
    const go = (): void => {
      if (key !== this.#key || this.#stopTarget || !this.#host.isConnected) return;
      if (!query) this.phase = 'centred';
      else
        this.#stopTarget = followTarget(
          query,
          { waitMs: step.waitMs ?? this.#hooks.waitMs() },
          {
            onTarget: (target, hidden) => this.#onTarget(target, hidden),
            onMissing: (reason) => this.#onMissing(view, reason),
            // The dialog that shut the target out may have closed.
            onChange: () =>
              this.aside === 'dialog' && !document.querySelector('dialog:modal') && this.putAside(null),
          },
        );
      this.#refresh();
    };
    const waits: Promise<unknown>[] = partsOf(step).map(this.#hooks.fetch);
    // The first search is a task of its own; after a step the box stays, and with it the focus.
    if (!boxIn(this.#host)) waits.push(nextTask());
    if (waits.length > 0) void Promise.all(waits).then(go);
    else go();
  }

  #onTarget(target: Element | null, hidden: boolean): void {
    this.target = target;
    this.#placer.pause();
    if (target) this.phase = 'anchored';
    else if (hidden) this.phase = 'away';
    this.#refresh();
  }

  #onMissing({ campaignId, step }: TourView, reason: TargetProblem): void {
    const { onMissing } = step;
    this.phase = onMissing === 'center' ? 'centred' : onMissing === 'dock' ? 'docked' : 'waiting';
    this.#hooks.report({ type: 'tour', campaignId, act: 'target-missing', cause: reason });
    this.#refresh();
  }

  #stopStep(): void {
    this.#placer.hide();
    this.#ends = false;
    this.#stopTarget?.();
    this.#stopTarget = undefined;
  }
}
