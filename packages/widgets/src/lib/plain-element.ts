import type { WidgetHost, WidgetView } from '@regulars/core';
import type { Bring } from './base-element.ts';
import type { HostTools } from './host-tools.ts';
import type { Placement } from './placement.ts';

/** On Node there is no such thing, and importing a module must do nothing there. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/** Told by a host that starts after its elements, as `provideHost` has it. */
const PROVIDED = 'regulars-host-provided';

/**
 * What `RegularsElement` is, without Lit: for an element whose frame stands before anything is decided. What follows a
 * host is fetched when there is one. It imports nothing that elements with Lit import too: a bundler would cut a file
 * of its own for each such module, which the page would wait for.
 */
export abstract class PlainElement<V extends WidgetView = WidgetView> extends Base {
  static readonly observedAttributes: readonly string[] = ['for'];

  #host: WidgetHost | undefined;
  #view: V | null | undefined;
  #for: string | undefined;
  #found: WidgetHost | undefined;
  #slotView: V | null = null;
  #placement: Placement | undefined;
  #tools: HostTools | undefined;
  #coming: Promise<unknown> | undefined;
  #asked: Promise<void> | undefined;

  /** The engine; found by the context protocol when not set. */
  public get host(): WidgetHost | undefined {
    return this.#host;
  }
  public set host(value: WidgetHost | undefined) {
    this.#host = value;
    this.requestUpdate();
  }

  /** What to show; read from the slot `for` when not set. */
  public get view(): V | null | undefined {
    return this.#view;
  }
  public set view(value: V | null | undefined) {
    this.#view = value;
    this.requestUpdate();
  }

  /**
   * Name of the host's slot to read.
   * @attr for
   */
  public get for(): string | undefined {
    return this.#for;
  }
  public set for(value: string | undefined) {
    this.#for = value;
    this.requestUpdate();
  }

  /**
   * The host that was given or found.
   * @internal
   */
  get knownHost(): WidgetHost | undefined {
    return this.#host ?? this.#found;
  }

  /**
   * What follows the host and makes it harmless, once it is here.
   * @internal
   */
  get tools(): HostTools | undefined {
    return this.#tools;
  }

  /**
   * What is shown now.
   * @internal
   */
  get shownView(): V | null {
    return this.#view ?? this.#slotView;
  }

  /** Resolves when the element stands as its properties say, with all parts that it fetches. */
  get updateComplete(): Promise<boolean> {
    return this.#complete();
  }

  connectedCallback(): void {
    // What was set before the element was defined hides its accessors.
    for (const name of Object.keys(this).filter((name) => name in Object.getPrototypeOf(this))) {
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    document.addEventListener(PROVIDED, this.#seek);
    this.#seek();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    document.removeEventListener(PROVIDED, this.#seek);
    this.#placement?.stop();
    this.#placement = undefined;
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    Reflect.set(this, name, value ?? undefined);
  }

  /** Whether the view is of this element's type; a slot may hold another. */
  protected abstract accepts(view: WidgetView): view is V;

  /** What would else be fetched with the first host. */
  protected abstract toolsAtHand(): HostTools | undefined;

  /** Renders what the properties say now. Never throws. */
  protected abstract update(): void;

  /** Renders anew soon, once for all that was asked until then. */
  requestUpdate(): void {
    this.#asked ??= Promise.resolve().then(() => {
      if (this.isConnected) {
        if (this.#placement) this.#placement.follow();
        else if (this.#host || this.#for || this.#view) this.#follow();
      }
      this.#asked = undefined;
      if (this.isConnected) this.update();
    });
  }

  /** Renders anew with all that it holds: the host's texts or the page's language have changed. */
  refresh(): void {
    this.requestUpdate();
    for (const inner of this.shadowRoot?.querySelectorAll<Partial<PlainElement> & Element>(':defined') ?? [])
      inner.refresh?.();
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

  #take(tools: HostTools): void {
    this.#tools = tools;
    if (!this.isConnected) return;
    this.#placement ??= tools.place({
      element: this,
      given: () => this.#host,
      slots: () => (this.#for ? [this.#for] : []),
      show: (host, view) => {
        this.#found = host;
        this.#slotView = view && this.accepts(view) ? view : null;
        this.refresh();
      },
    });
  }

  #follow(): void {
    const tools = this.#tools ?? this.toolsAtHand();
    if (tools) this.#take(tools);
    else
      this.bring(
        () => import('./host-tools.ts'),
        (tools) => this.#take(tools),
      );
  }

  /** Asks as the context protocol has it whether there is a host at all. */
  readonly #seek = (): void => {
    if (this.#placement) return;
    const ask = new Event('context-request', { bubbles: true, composed: true });
    const callback = (): void => this.#follow();
    this.dispatchEvent(Object.assign(ask, { context: Symbol.for('regulars.host'), callback }));
  };

  async #complete(): Promise<boolean> {
    for (let seen: unknown = this; this.#asked || seen !== this.#coming; ) {
      await this.#asked;
      seen = this.#coming;
      await seen;
    }
    return true;
  }
}
