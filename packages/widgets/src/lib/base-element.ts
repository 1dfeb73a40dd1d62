import type { WidgetHost, WidgetView } from '@regulars/core';
import { LitElement, type PropertyDeclarations } from 'lit';
import { WidgetFailedEvent } from './base.events.ts';
import { guardHost, type SafeHost } from './guard-host.ts';
import type { Place, Placement } from './placement.ts';

/** Fetches a part of an element; `take` is told when it is here (each time that it was asked for), then the element renders anew. */
export type Bring = <T>(load: () => Promise<T>, take: (part: T) => void) => void;

/**
 * What all Regulars elements share: a host (property, or found by the context protocol), a view (property, or read
 * from the host's slot named by `for`), and rendering that never throws into the page.
 */
export class RegularsElement<V extends WidgetView = WidgetView> extends LitElement {
  static override properties: PropertyDeclarations = {
    host: { attribute: false },
    view: { attribute: false },
    for: { type: String },
  };

  /**
   * Lit's development build warns of an update that asks for another; elements that measure what they rendered must.
   * @internal
   */
  static override enabledWarnings: never[] = [];

  /** The engine; found by the context protocol when not set. */
  declare host: WidgetHost | undefined;
  /** What to show; read from the slot `for` when not set. */
  declare view: V | null | undefined;
  /** Name of the host's slot to read. */
  declare for: string | undefined;

  #found: WidgetHost | undefined;
  #slotView: V | null = null;
  #placement: Placement | undefined;
  #coming: Promise<unknown> | undefined;

  /** The host that was given or found. */
  protected get knownHost(): WidgetHost | undefined {
    return this.host ?? this.#found;
  }

  /** The host, made harmless. */
  get safeHost(): SafeHost {
    return guardHost(this.knownHost);
  }

  /** What is shown now. */
  get shownView(): V | null {
    return this.view ?? this.#slotView;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#placement?.stop();
    this.#placement = undefined;
  }

  /** Whether the view is of this element's type; a slot may hold another. */
  protected accepts(_view: WidgetView): _view is V {
    return true;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('host') || changed.has('for')) this.#follow();
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Waits for parts on their way as well, and for those that they ask for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    for (let seen: unknown; seen !== this.#coming; await super.getUpdateComplete()) {
      seen = this.#coming;
      await seen;
    }
    return true;
  }

  /** Fetches what the element needs later than its first paint. Never throws. */
  protected readonly bring: Bring = (load, take) => {
    const part = load().then((part) => {
      take(part);
      this.requestUpdate();
    });
    // Silent: a part only adds to what is shown, and the next render asks for it again.
    this.#coming = Promise.all([this.#coming, part.catch(() => {})]);
  };

  /** Tells that this element cannot show its view; what is inside the slot or nothing stays. */
  protected fail(error: unknown): void {
    this.dispatchEvent(new WidgetFailedEvent({ element: this.localName, message: String(error) }));
  }

  /** Renders anew with all that it holds: the host's texts or the page's language have changed. */
  refresh(): void {
    this.requestUpdate();
    for (const inner of this.shadowRoot?.querySelectorAll<Partial<RegularsElement> & Element>(':defined') ??
      [])
      inner.refresh?.();
  }

  /** Names of the slots whose changes are heard; the first one's view is read. */
  protected slotNames(): readonly string[] {
    return this.for ? [this.for] : [];
  }

  /** What finds the host, at hand for an element that always needs it; the others fetch it when they were not given theirs. */
  protected readonly place: Place | undefined;

  #follow(): void {
    const { place } = this;
    if (this.#placement) this.#placement.follow();
    else if (place) this.#start(place);
    else if (!this.host || this.for)
      this.bring(
        () => import('./placement.ts'),
        ({ place }) => this.#start(place),
      );
  }

  #start(place: Place): void {
    if (!this.isConnected || this.#placement) return;
    this.#placement = place({
      element: this,
      given: () => this.host,
      slots: () => this.slotNames(),
      show: (host, view) => {
        this.#found = host;
        this.#slotView = view && this.accepts(view) ? view : null;
        this.refresh();
      },
    });
  }
}
