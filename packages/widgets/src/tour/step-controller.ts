import type { TourView, WidgetSignal } from '@regulars/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TargetProblem } from '../lib/anchor/find-target.ts';
import { followTarget } from '../lib/anchor/follow-target.ts';
import { stickyInsets } from '../lib/anchor/insets.ts';
import { placeBox } from '../lib/anchor/place-box.ts';
import { keepInReach } from '../lib/anchor/reach.ts';
import { prefersStill } from '../lib/motion.ts';
import { stackOverlay } from '../lib/overlay-stack.ts';
import { swipeDown } from './swipe-down.ts';
import { selectorsOf, stepKey, type TourPhase, tourShow } from './tour.view.ts';
import { createFocusLoan } from './tour-focus.ts';

/** What the controller needs of its element. */
export interface StepHooks {
  readonly view: () => TourView | null;
  readonly report: (signal: WidgetSignal) => void;
  readonly leave: (cause: string) => void;
  readonly waitMs: () => number;
  readonly announce: (text: string) => void;
  readonly stepText: (index: number, count: number) => string;
}

/** Below this width the step is a sheet. */
const PHONE = '(max-width: 639.98px)';

/**
 * Follows the step that is shown: searches its target, places the box when it is rendered, tells the engine once that
 * it was shown or that its target is missing. Everything it starts ends with the step, or with the element.
 */
export class StepController implements ReactiveController {
  /** Where the step stands. */
  phase: TourPhase = 'waiting';
  /** The element in the page, when found. */
  target: Element | null = null;
  /** The visitor has already moved on from this step. */
  acted = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #hooks: StepHooks;
  readonly #focus = createFocusLoan();
  #media: MediaQueryList | undefined;
  #key = '';
  #view: TourView | null = null;
  #told = '';
  #placed = '';
  #leftCampaign: string | undefined;
  #stopTarget: (() => void) | undefined;
  #stopPlace: (() => void)[] = [];
  #stopEscape: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, hooks: StepHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** The step is a bottom sheet. */
  get phone(): boolean {
    return this.#media?.matches === true;
  }

  /** The visitor acted; `leaves`: the tour is over for this element, whatever the engine does. */
  done(leaves: boolean): void {
    this.acted = true;
    if (!leaves) return;
    this.#leftCampaign = this.#view?.campaignId;
    this.#giveBack();
    this.#stopStep();
    this.phase = 'gone';
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#media = matchMedia(PHONE);
    this.#media.addEventListener('change', this.#refresh);
    // Also after a move into a dialog: what disconnecting stopped begins again.
    this.#key = '';
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#media?.removeEventListener('change', this.#refresh);
    this.#stopStep();
    const inside = true;
    queueMicrotask(() => {
      const { activeElement } = document;
      if (!this.#host.isConnected && (!activeElement || activeElement === document.body))
        this.#focus.giveBack(inside);
    });
  }

  hostUpdate(): void {
    const view = this.#hooks.view();
    if (view !== this.#view) this.acted = false;
    this.#view = view;
    if (!view || view.campaignId !== this.#leftCampaign) this.#leftCampaign = undefined;
    const key = view && !this.#leftCampaign ? stepKey(view) : '';
    if (key === this.#key) return;
    this.#key = key;
    this.#stopStep();
    this.target = null;
    this.phase = this.#leftCampaign ? 'gone' : 'waiting';
    if (view && key && this.#host.isConnected) this.#start(view);
  }

  hostUpdated(): void {
    const show = tourShow(this.#view, { phase: this.phase, phone: this.phone });
    const box = this.#host.shadowRoot?.querySelector<HTMLElement>('.box');
    if (!show || !box || !this.#view) return;
    this.#stopEscape ??= stackOverlay(document, () => this.#hooks.leave('escape'));
    const placed = `${this.#key} ${show.form} ${this.phase}`;
    if (placed !== this.#placed) {
      this.#placed = placed;
      this.#place(box, show.form === 'sheet');
    }
    if (this.#told === this.#key) return;
    this.#told = this.#key;
    this.#focus.take(box);
    this.#hooks.announce(`${this.#hooks.stepText(show.number, show.count)}. ${show.title ?? ''}`);
    this.#hooks.report({ type: 'tour', campaignId: this.#view.campaignId, act: 'step-shown' });
  }

  readonly #refresh = (): void => this.#host.requestUpdate();

  #start(view: TourView): void {
    const selectors = selectorsOf(view);
    if (selectors.length === 0) {
      this.phase = 'centred';
      return;
    }
    this.#stopTarget = followTarget(
      { selectors },
      { waitMs: view.step.waitMs ?? this.#hooks.waitMs() },
      { onTarget: (target) => this.#onTarget(target), onMissing: (reason) => this.#onMissing(view, reason) },
    );
  }

  #onTarget(target: Element | null): void {
    this.target = target;
    this.#placed = '';
    // A lost target keeps the box where it is until the time limit: pages render anew.
    if (target) this.phase = 'anchored';
    else for (const stop of this.#stopPlace.splice(0)) stop();
    this.#refresh();
  }

  #onMissing({ campaignId, step }: TourView, reason: TargetProblem): void {
    this.phase = step.onMissing === 'center' ? 'centred' : 'waiting';
    this.#hooks.report({ type: 'tour', campaignId, act: 'target-missing', cause: reason });
    this.#refresh();
  }

  #place(box: HTMLElement, sheet: boolean): void {
    for (const stop of this.#stopPlace.splice(0)) stop();
    box.style.left = '';
    box.style.top = '';
    const root = this.#host.shadowRoot;
    const grip = root?.querySelector<HTMLElement>('.grip');
    if (sheet && grip) this.#stopPlace.push(swipeDown(grip, box, () => this.#hooks.leave('swipe')));
    const [arrow, spot] = [
      root?.querySelector<HTMLElement>('.arrow'),
      root?.querySelector<HTMLElement>('.spot'),
    ];
    const { target } = this;
    if (!target || !arrow || !spot || this.phase !== 'anchored') return;
    const behavior = prefersStill() ? 'instant' : 'smooth';
    this.#stopPlace.push(keepInReach(target, { sheet: sheet ? box : null, behavior, own: this.#host }));
    const placement = this.#view?.step.placement ?? 'auto';
    const rtl = this.#view?.dir === 'rtl';
    this.#stopPlace.push(
      placeBox(
        target,
        { box, arrow, spot },
        { tooltip: !sheet, placement, rtl, insets: () => stickyInsets(target) },
      ),
    );
  }

  #giveBack(): void {
    this.#focus.giveBack(!!this.#host.shadowRoot?.activeElement);
  }

  #stopStep(): void {
    this.#placed = '';
    this.#stopTarget?.();
    this.#stopTarget = undefined;
    for (const stop of this.#stopPlace.splice(0)) stop();
    this.#stopEscape?.();
    this.#stopEscape = undefined;
  }
}
