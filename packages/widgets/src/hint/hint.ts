import type { HintView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations } from 'lit';
import { defineElement } from '../define.ts';
import { followTarget } from '../lib/anchor/follow-target.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import type { GuidanceAction } from '../lib/guidance-action-rule.ts';
import { firstStop } from '../lib/join-tab.ts';
import { lightDismiss } from '../lib/light-dismiss.ts';
import { linkButtons } from '../lib/link-button.styles.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { HintActEvent, HintActedEvent, type HintDetail } from './hint.events.ts';
import { styles } from './hint.styles.ts';
import { hintShow, selectorsOf } from './hint.view.ts';
import { placeHint } from './hint-place.ts';
import { hintTip } from './hint-tip.template.ts';
import { JoinTab } from './join-tab.ts';

/**
 * A beacon at an element of the page, or where its slot stands; pressed, it tells its few words. Reached by Tab right
 * after its target; Escape, a press elsewhere and its own button leave it, and then it is gone.
 *
 * @element regulars-hint
 * @fires regulars-hint-act - Request, before it opens, closes or acts; cancelable.
 * @fires regulars-hint-acted - It was opened, left, or its button acted.
 * @csspart base - Wrapper.
 * @csspart beacon - The button at the target.
 * @csspart box - The words.
 * @csspart title - Title.
 * @csspart body - Text.
 * @csspart button - The campaign's button.
 * @cssprop [--regulars-hint-color] - Colour of the beacon (default: the accent colour).
 */
export class RegularsHint extends RegularsElement<HintView> {
  static override properties: PropertyDeclarations = { waitMs: { attribute: false } };
  static override styles: CSSResultGroup = [tokens, buttons, linkButtons, styles];

  /** How long its target may take to appear, ms (default 8000). */
  declare waitMs: number;

  #open = false;
  #target: Element | null = null;
  #key = '';
  #told = '';
  #stopTarget: (() => void) | undefined;
  #stopPlace: (() => void) | undefined;
  #stopOpen: (() => void) | undefined;
  #placed: readonly unknown[] = [];

  constructor() {
    super();
    this.waitMs = 8000;
    new JoinTab(this, () => (this.#open ? null : this.#target));
  }

  /** Registers `<regulars-hint>`. */
  static define(): void {
    defineElement('regulars-hint', RegularsHint);
  }

  protected override accepts(view: WidgetView): view is HintView {
    return view.type === 'hint';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const view = this.shownView;
    const selectors = view ? selectorsOf(view) : [];
    const key = view ? `${view.campaignId} ${selectors.join()}` : '';
    this.toggleAttribute('away', !view || selectors.length > 0);
    if (key === this.#key || !this.isConnected) return;
    this.#stop();
    this.#key = key;
    if (!view || selectors.length === 0) return;
    this.#stopTarget = followTarget(
      { selectors },
      { waitMs: this.waitMs },
      {
        onTarget: (target) => {
          this.#target = target;
          this.requestUpdate();
        },
        onMissing: (cause) =>
          this.safeHost.report({ type: 'guidance', campaignId: view.campaignId, act: 'missing', cause }),
      },
    );
  }

  override render(): unknown {
    const view = this.shownView;
    const away = this.hasAttribute('away');
    if (!view || (away && !this.#target)) return nothing;
    const show = hintShow(view);
    const { title } = show;
    const { text } = this.safeHost;
    return html`<div class="base ${away ? 'away' : ''}" part="base" lang=${view.lang} dir=${view.dir}>
      <span class="spot"><button type="button" class="beacon" part="beacon" aria-expanded=${String(this.#open)} aria-controls="tip"
        aria-label=${title ? `${text('hint.hint')}: ${title}` : text('hint.hint')} @click=${() => (this.#open ? this.#leave('done') : this.#show())}>
        <span class="dot"></span></button></span>
      ${this.#open ? hintTip(show, text, { act: (action, event) => this.#act(action, event), done: () => this.#leave('done') }) : nothing}
    </div>`;
  }

  protected override updated(): void {
    const view = this.shownView;
    const spot = this.renderRoot.querySelector<HTMLElement>('.spot');
    const tip = this.renderRoot.querySelector<HTMLElement>('.tip');
    const away = this.hasAttribute('away');
    const target = away ? this.#target : spot;
    const next = [view, spot, tip, target];
    if (next.every((one, at) => one === this.#placed[at])) return;
    const opens = tip !== null && !this.#placed.includes(tip);
    this.#placed = next;
    this.#stopPlace?.();
    this.#stopPlace = undefined;
    if (!view || !spot || !target || !this.isConnected) return;
    const seen = (): void => this.#tell(view.campaignId);
    this.#stopPlace = placeHint(target, { spot, tip }, { view, away, own: this, seen });
    if (opens) tip.focus({ preventScroll: true });
  }

  #tell(campaignId: string): void {
    if (this.#told === campaignId) return;
    this.#told = campaignId;
    this.safeHost.report({ type: 'shown', campaignId });
  }

  #show(): void {
    const campaignId = this.shownView?.campaignId ?? '';
    if (!this.#ask({ campaignId, act: 'open' })) return;
    this.#open = true;
    this.#stopOpen = lightDismiss(this, (cause) => this.#leave(cause));
    this.requestUpdate();
    this.safeHost.report({ type: 'guidance', campaignId, act: 'open' });
    this.dispatchEvent(new HintActedEvent({ campaignId, act: 'open' }));
  }

  #leave(cause: string): void {
    const detail = { campaignId: this.shownView?.campaignId ?? '', act: 'close', cause } as const;
    if (!this.#ask(detail)) return;
    this.#close();
    if (cause === 'done') this.safeHost.report({ type: 'completed', campaignId: detail.campaignId });
    else this.safeHost.report({ type: 'dismissed', campaignId: detail.campaignId, cause });
    this.dispatchEvent(new HintActedEvent(detail));
  }

  #act(action: GuidanceAction, event: Event): void {
    const campaignId = this.shownView?.campaignId ?? '';
    if (action.type === 'dismiss') this.#leave('done');
    else if (!this.#ask({ campaignId, act: 'act' })) event.preventDefault();
    else {
      this.#close();
      if (action.type === 'start')
        this.safeHost.report({ type: 'guidance', campaignId, act: 'start', campaign: action.campaign });
      this.safeHost.report({ type: 'clicked', campaignId });
      this.dispatchEvent(new HintActedEvent({ campaignId, act: 'act' }));
    }
  }

  #ask(detail: HintDetail): boolean {
    return this.shownView !== null && this.dispatchEvent(new HintActEvent(detail));
  }

  /** The beacon goes with it, so the focus goes on to what it spoke of. */
  #close(): void {
    const inside = this.shadowRoot?.activeElement !== null;
    this.#open = false;
    this.#stopOpen?.();
    this.#stopOpen = undefined;
    if (inside) firstStop(this.#target)?.focus({ preventScroll: true });
    this.requestUpdate();
  }

  #stop(): void {
    this.#stopTarget?.();
    this.#stopPlace?.();
    this.#stopOpen?.();
    this.#stopTarget = this.#stopPlace = this.#stopOpen = undefined;
    this.#open = false;
    this.#target = null;
    this.#placed = [];
    this.#key = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-hint': RegularsHint;
  }
}
