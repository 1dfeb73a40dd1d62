import type { WidgetView } from '@regulars/core';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';
import { defineElement } from '../define.ts';
import { type ElementLoaders, elementLoaders } from '../element-loaders.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { attempt, textsReady } from '../lib/guard-host.ts';
import { type Place, place } from '../lib/placement.ts';
import { createViewElement } from '../lib/view-element.ts';
import { createDialogLayer, type DialogLayer } from './dialog-layer.ts';
import { OverlayMovedEvent } from './overlay.events.ts';
import { styles } from './overlay.styles.ts';
import { overlayShow, type PlacedView, pagePlaces } from './overlay.view.ts';

/**
 * The single host of everything that lies over the page: a manual popover in the browser's top layer, so no z-index.
 * While a modal dialog is open it stands in it as last child and is shown anew above it; it goes home when it closes.
 * The SDK makes one and appends it to the body; it reads the host's slots `overlay`, `page-corner` and `page-hint`.
 *
 * @element regulars-overlay
 * @fires regulars-overlay-moved - It moved into or out of a modal dialog.
 * @fires regulars-widget-failed - Its element could not be loaded or rendered.
 */
export class RegularsOverlay extends RegularsElement {
  static override properties: PropertyDeclarations = { loaders: { attribute: false } };
  static override styles: CSSResultGroup = styles;

  /** How elements are fetched, by view type. */
  declare loaders: ElementLoaders;

  readonly #defined = new Set<string>();
  readonly #loading = new Set<string>();
  readonly #makers = new Map<string, ReturnType<typeof createViewElement>>();
  #moving = false;
  #home: Node | null = null;
  #inDialog = false;
  #placedBusy = false;
  #layer: DialogLayer | undefined;

  constructor() {
    super();
    this.loaders = elementLoaders;
  }

  /** Registers `<regulars-overlay>`. */
  static define(): void {
    defineElement('regulars-overlay', RegularsOverlay);
  }

  protected override readonly place: Place = place;

  protected override slotNames(): readonly string[] {
    return [this.for ?? 'overlay', ...pagePlaces];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#home ??= this.parentNode;
    this.setAttribute('popover', 'manual');
  }

  /** Takes it out of the page for good, wherever it stands. */
  override remove(): void {
    this.#inDialog = false;
    super.remove();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#moving) return;
    // The dialog that held us was taken away or emptied: go home. Taken out of our home, somebody wants us gone.
    const lost = this.#inDialog;
    this.#inDialog = false;
    this.#layer?.stop();
    this.#layer = undefined;
    if (lost && this.#home?.isConnected)
      queueMicrotask(() => this.isConnected || this.#home?.appendChild(this));
    else this.#home = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const shown = this.#views().filter((one) => one !== null);
    for (const { view } of shown) this.#load(view.type);
    // Before the render, so that what ends can give the focus back to the corner.
    this.toggleAttribute('busy', this.#asksForAttention());
    // What comes after an end is a new showing: an element that was left remembers that.
    for (const place of this.#makers.keys())
      if (!shown.some((one) => one.place === place)) this.#makers.delete(place);
  }

  #views(): readonly (PlacedView | null)[] {
    const placed = (place: string, view: WidgetView | null): PlacedView | null => view && { place, view };
    return [
      placed('overlay', this.shownView),
      ...pagePlaces.map((place) =>
        placed(place, attempt(this.knownHost, (host) => host.read(place)) ?? null),
      ),
    ];
  }

  #shows(): readonly PlacedView[] {
    return overlayShow(this.#views(), { defined: this.#defined, inDialog: this.#inDialog });
  }

  #asksForAttention(): boolean {
    return this.#shows().some(({ place }) => place === 'overlay');
  }

  override render(): unknown {
    return this.#shows().map(({ place, view }) => this.#element(place)(view, this.knownHost));
  }

  #element(place: string): ReturnType<typeof createViewElement> {
    const make = this.#makers.get(place) ?? createViewElement();
    this.#makers.set(place, make);
    return make;
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    if (this.#shows().length === 0) {
      this.#close();
      return;
    }
    const busy = this.hasAttribute('busy');
    if (this.#layer && busy === this.#placedBusy) return;
    this.#placedBusy = busy;
    this.#layer ??= createDialogLayer(this.ownerDocument, () => this.#place());
    this.#place();
  }

  #load(type: WidgetView['type']): void {
    if (this.#defined.has(type) || this.#loading.has(type)) return;
    this.#loading.add(type);
    Promise.all([this.loaders[type](), textsReady(this.knownHost, type)]).then(
      () => {
        this.#defined.add(type);
        this.requestUpdate();
      },
      (error: unknown) => {
        // The next view tries again: the line may be back.
        this.#loading.delete(type);
        this.fail(error);
      },
    );
  }

  /** Only what asks for attention follows into a modal dialog: corners and hints stay in the page, under it. */
  #place(): void {
    const open = this.#layer?.top() ?? null;
    const dialog = this.#placedBusy ? open : null;
    const parent = dialog ?? this.#home;
    const focused = this.shadowRoot?.activeElement?.shadowRoot?.activeElement;
    const moves = parent !== null && parent !== this.parentNode;
    if (moves) this.#move(parent, !!dialog);
    if (open === dialog) this.#show();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    if (!moves) return;
    this.requestUpdate();
    this.dispatchEvent(new OverlayMovedEvent({ place: dialog ? 'dialog' : 'page' }));
  }

  #move(parent: Node, inDialog: boolean): void {
    this.#moving = true;
    this.#inDialog = inDialog;
    const mover = parent as Node & { moveBefore?: (node: Node, before: Node | null) => void };
    // `moveBefore` keeps focus and animations; it refuses moves between documents, and older browsers lack it.
    if (mover.moveBefore && this.isConnected && parent.isConnected) mover.moveBefore(this, null);
    else parent.appendChild(this);
    this.#moving = false;
  }

  /** Shown anew, so that it comes above a dialog that entered the top layer after it. */
  #show(): void {
    if (typeof this.showPopover !== 'function' || !this.isConnected) return;
    this.#hide();
    this.showPopover();
  }

  #hide(): void {
    if (typeof this.hidePopover === 'function' && this.matches(':popover-open')) this.hidePopover();
  }

  #close(): void {
    if (!this.#layer) return;
    this.#layer.stop();
    this.#layer = undefined;
    this.#hide();
    if (!this.#home || this.parentNode === this.#home) return;
    this.#move(this.#home, false);
    // Corners, which the dialog had hidden, wait in the page.
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-overlay': RegularsOverlay;
  }
}
