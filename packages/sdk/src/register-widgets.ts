import type { WidgetHost } from '@regulars/core';
import type { ElementLoader, WidgetsOptions } from './widgets-port.ts';

/** The loaders of elements and texts: a page that shows nothing does not carry their names. */
export const loadWidgets = (): Promise<typeof import('./load-widgets.ts')> => import('./load-widgets.ts');

const slotTag = 'regulars-slot';
const overlayTag = 'regulars-overlay';

/**
 * Fetches an element when there is something for it to show, and gives it its host: until then no Lit is loaded. Makes
 * the one `<regulars-overlay>`. Returns its stop, which leaves no listener and no element behind.
 */
export function registerWidgets(options: WidgetsOptions): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const { host, report } = options;
  let elements: Promise<ElementLoader> | undefined;
  const provide = (): Promise<ElementLoader> => {
    elements ??= loadWidgets().then((widgets) => widgets.provideElements(options, signal));
    return elements;
  };
  const failed = (key: string) => (cause: unknown) => {
    elements = undefined;
    report({ code: 'element-unavailable', message: 'chunk', key, cause });
  };
  const load: Load = (frame, type, then) => {
    dataIsFree(signal)
      .then(async () => {
        if (!signal.aborted && (await (await provide())(frame, type)) && !signal.aborted) then();
      })
      .catch(failed(type));
  };
  // A shop that registers the element itself needs its host as soon as it stands.
  void customElements.whenDefined(slotTag).then(() => {
    if (!signal.aborted) provide().catch(failed(slotTag));
  });
  // A tour step that holds a slot.
  addEventListener('regulars-tour-slot', () => load('slot', 'tour', () => {}), { signal });
  const stopSlots = watchSlots(host, load, signal);
  const stopOverlay = watchOverlay(host, load);
  return () => {
    stopped.abort();
    stopSlots();
    stopOverlay();
  };
}

type Load = (frame: 'slot' | 'overlay', type: string, then: () => void) => void;

/** With `Save-Data` no element is fetched before the visitor acts. */
function dataIsFree(signal: AbortSignal): Promise<void> {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (!connection?.saveData) return Promise.resolve();
  return new Promise((resolve) => {
    const options = { once: true, capture: true, passive: true, signal };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => resolve(), options);
  });
}

/**
 * Stands in for slots whose element is not loaded yet, so that campaigns know they are there. Slots that come later
 * are seen too; those inside a foreign shadow root are not: such a shop registers the element itself.
 */
function watchSlots(host: WidgetHost, load: Load, signal: AbortSignal): () => void {
  const stops = new Map<string, () => void>();
  const clear = (): void => {
    for (const stop of stops.values()) stop();
    stops.clear();
  };
  const follow = (slot: string): void => {
    const look = (): void => {
      const view = host.read(slot);
      // Once the frame is defined, slots follow the host by themselves.
      if (view && view.type !== 'tour') load('slot', view.type, finish);
    };
    stops.set(slot, host.subscribe(slot, look));
    look();
  };
  const scan = (): void => {
    if (signal.aborted || customElements.get(slotTag)) return;
    for (const element of document.getElementsByTagName(slotTag)) {
      const slot = element.getAttribute('name');
      if (slot && !stops.has(slot)) follow(slot);
    }
  };
  const observer = new MutationObserver(scan);
  const finish = (): void => {
    observer.disconnect();
    clear();
  };
  observer.observe(document, { childList: true, subtree: true });
  scan();
  return finish;
}

/** Slots of the overlay: what asks for attention, what waits in a corner, one hint. */
const overlaySlots = ['overlay', 'page-corner', 'page-hint'] as const;

/** Appends the overlay when there is something to lie over the page. */
function watchOverlay(host: WidgetHost, load: Load): () => void {
  let overlay: Element | undefined;
  const show = (): void => {
    if (overlay || !overlaySlots.some((slot) => host.read(slot))) return;
    overlay = document.createElement(overlayTag);
    document.body.append(overlay);
  };
  const look = (): void => {
    const view = overlaySlots.map((slot) => host.read(slot)).find((one) => one !== null);
    if (view && !overlay) load('overlay', view.type, show);
    if (view || !overlay) return;
    // Nothing lies over the page any more: nothing of ours stays in it.
    overlay.remove();
    overlay = undefined;
  };
  const stops = overlaySlots.map((slot) => host.subscribe(slot, look));
  look();
  return () => {
    for (const stop of stops) stop();
    overlay?.remove();
  };
}
