import type { WidgetHost, WidgetView } from '@regulars/core';
import { LitElement, type PropertyDeclarations } from 'lit';
import { WidgetFailedEvent } from './base.events.ts';
import { guardHost, type SafeHost } from './guard-host.ts';
import { requestHost } from './host-context.ts';

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
  #stopRequest: (() => void) | undefined;
  #stopView: (() => void) | undefined;
  #slotView: V | null = null;
  #followed: readonly [WidgetHost | undefined, string | undefined] = [undefined, undefined];

  /** The host, made harmless. */
  get safeHost(): SafeHost {
    return guardHost(this.host ?? this.#found);
  }

  /** What is shown now. */
  get shownView(): V | null {
    return this.view ?? this.#slotView;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopRequest = requestHost(this, (host) => {
      this.#found = host;
      this.#follow();
    });
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopRequest?.();
    this.#stopView?.();
    this.#stopView = undefined;
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

  /** Tells that this element cannot show its view; what is inside the slot or nothing stays. */
  protected fail(error: unknown): void {
    this.dispatchEvent(new WidgetFailedEvent({ element: this.localName, message: String(error) }));
  }

  /** Renders anew with all that it holds: the host's texts or the page's language have changed. */
  refresh(): void {
    this.requestUpdate();
    for (const inner of this.shadowRoot?.querySelectorAll(':defined') ?? []) {
      if (inner instanceof RegularsElement) inner.refresh();
    }
  }

  #follow(): void {
    const [host, slot] = [this.host ?? this.#found, this.slotName()];
    if (this.#stopView && host === this.#followed[0] && slot === this.#followed[1]) return;
    this.#followed = [host, slot];
    this.#stopView?.();
    this.#stopView = undefined;
    if (slot && this.isConnected) {
      const { safeHost } = this;
      const stops = [slot, ...this.moreSlots()].map((one) => safeHost.subscribe(one, () => this.#read(slot)));
      this.#stopView = () => {
        for (const stop of stops) stop();
      };
    }
    this.#read(slot);
  }

  /** Name of the slot whose view is read. */
  protected slotName(): string | undefined {
    return this.for;
  }

  /** Names of further slots whose changes are heard; the element reads them itself. */
  protected moreSlots(): readonly string[] {
    return [];
  }

  #read(slot: string | undefined): void {
    const view = slot ? this.safeHost.read(slot) : null;
    this.#slotView = view && this.accepts(view) ? view : null;
    this.refresh();
  }
}
