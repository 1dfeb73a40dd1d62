import type { WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { type ElementLoaders, elementLoaders } from '../element-loaders.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { textsReady } from '../lib/guard-host.ts';
import { createImpressions, type Impressions } from '../lib/impressions.ts';
import { type Place, place } from '../lib/placement.ts';
import { stillMoment } from '../lib/still-moment.ts';
import { createViewElement } from '../lib/view-element.ts';
import { SlotShownEvent } from './slot.events.ts';
import { styles } from './slot.styles.ts';
import { slotShow } from './slot.view.ts';

/**
 * A place in the shop's page that a campaign may fill. Its children are the fallback: they stay in the light DOM and
 * are shown while nothing is decided, while the element loads, when it fails, and without JavaScript.
 *
 * Reserve its box, then nothing moves: `regulars-slot { display: block; min-block-size: 24rem }`. Without a reserved
 * box the content waits until the slot is off screen or the visitor acts.
 *
 * @element regulars-slot
 * @slot - Fallback, shown until something is decided.
 * @fires regulars-slot-shown - The slot shows a campaign's element.
 * @fires regulars-widget-failed - An element could not be loaded or rendered; the fallback is shown.
 * @csspart base - Wrapper of the campaign's element.
 * @cssstate shown - A campaign's element is shown instead of the fallback.
 */
export class RegularsSlot extends RegularsElement {
  static override properties: PropertyDeclarations = {
    name: { type: String, reflect: true },
    loaders: { attribute: false },
    dwellMs: { attribute: false },
  };
  static override styles: CSSResultGroup = styles;

  /** Name by which campaigns place into it (`{ "slot": "home-for-you" }`). */
  declare name: string | undefined;
  /** How elements are fetched, by view type; each bundle decides its chunks. */
  declare loaders: ElementLoaders;
  /** Time half of the slot must be on screen to count as viewed, ms. */
  declare dwellMs: number;

  readonly #defined = new Set<string>();
  readonly #element: ReturnType<typeof createViewElement> = createViewElement();
  readonly #internals: ElementInternals | undefined = attach(this);
  #ready = false;
  #stop = new AbortController();
  #shown: string | undefined;
  #broken: WidgetView | undefined;
  #impressions: Impressions | undefined;

  constructor() {
    super();
    this.loaders = elementLoaders;
    this.dwellMs = 1000;
  }

  /** Registers `<regulars-slot>`. */
  static define(): void {
    defineElement('regulars-slot', RegularsSlot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#impressions?.stop();
    this.#impressions = undefined;
  }

  protected override readonly place: Place = place;

  protected override slotNames(): readonly string[] {
    return this.name ? [this.name] : [];
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The base follows `for`; here the name of the slot is `name`.
    super.willUpdate(changed.has('name') ? new Map([...changed, ['for', undefined]]) : changed);
    const view = this.shownView;
    if (view && view.type !== 'tour') this.#prepare(view.type);
  }

  override render(): TemplateResult {
    const view = this.shownView;
    const show = slotShow(view, { ready: this.#ready, defined: this.#defined });
    if (!show || !view || view === this.#broken) return html`<slot></slot>`;
    return html`<div class="base" part="base" @regulars-widget-failed=${this.#onFailed}>${this.#element(view, this.knownHost)}</div>`;
  }

  protected override updated(): void {
    // An update that was asked for before the removal comes after it: what it would start nobody would stop.
    if (!this.isConnected) return;
    const view = this.shownView;
    const base = this.renderRoot.querySelector('.base');
    const campaignId = base && view ? view.campaignId : undefined;
    if (campaignId === this.#shown) return;
    this.#shown = campaignId;
    this.#internals?.states?.[campaignId ? 'add' : 'delete']('shown');
    this.#impressions?.stop();
    this.#impressions = undefined;
    if (!base || !campaignId) return;
    this.dispatchEvent(new SlotShownEvent({ slot: this.name ?? '', campaignId }));
    this.safeHost.report({ type: 'shown', campaignId });
    const viewed = (): void => this.safeHost.report({ type: 'viewed', campaignId });
    this.#impressions = createImpressions(viewed, { dwellMs: this.dwellMs });
    this.#impressions.watch(new Map([[campaignId, base]]));
  }

  /**
   * A view that cannot be rendered leaves the place to the fallback; the next view is tried again. The element may say
   * so once more when the next view is already known here: broken is the one that the element has.
   */
  readonly #onFailed = ({ target }: Event): void => {
    this.#broken = (target as { view?: WidgetView | null }).view ?? undefined;
    this.requestUpdate();
  };

  /** Fetches the element and waits for the moment; once each. */
  #prepare(type: Exclude<WidgetView['type'], 'tour'>): void {
    if (this.#defined.has(type) && this.#ready) return;
    const { signal } = this.#stop;
    const loaded = this.#defined.has(type) ? undefined : this.loaders[type]();
    const still = this.#ready || stillMoment(this, signal);
    Promise.all([loaded, still, textsReady(this.knownHost, type)]).then(
      ([, still]) => {
        if (!still) return;
        this.#defined.add(type);
        this.#ready = true;
        this.requestUpdate();
      },
      (error: unknown) => this.fail(error),
    );
  }
}

function attach(element: HTMLElement): ElementInternals | undefined {
  try {
    return element.attachInternals();
  } catch {
    // Browsers before custom states: the slot works, only `:state(shown)` is missing.
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-slot': RegularsSlot;
  }
}
