import type { CodedProblem, WidgetHost } from '@regulars/core';
import { provideHost } from '@regulars/widgets';

/** What `registerWidgets` needs. */
export interface WidgetsOptions {
  readonly host: WidgetHost;
  readonly report: (problem: CodedProblem) => void;
  /** Fetches the built-in texts of a view's type, beside its element: the host draws on them when it is there. */
  readonly texts?: ((type: string) => Promise<unknown>) | undefined;
}

/** The loaders of elements and texts: a page that shows nothing does not carry their names. */
export const loadWidgets = (): Promise<typeof import('./load-widgets.ts')> => import('./load-widgets.ts');

const slotTag = 'regulars-slot';
const overlayTag = 'regulars-overlay';

/**
 * Gives the page's elements their host, and fetches an element when there is something for it to show: until then no
 * Lit is loaded. Makes the one `<regulars-overlay>`. Returns its stop, which leaves no listener and no element behind.
 */
export function registerWidgets({ host, report, texts }: WidgetsOptions): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const load = createElementLoader({ host, report, texts }, signal);
  const withdraw = provideHost(document, host);
  const stopSlots = watchSlots(host, load, signal);
  const stopOverlay = watchOverlay(host, load);
  return () => {
    stopped.abort();
    stopSlots();
    stopOverlay();
    withdraw();
  };
}

type Load = (frame: 'slot' | 'overlay', type: string, then: () => void) => void;

/** Fetches the frame and the element side by side, and runs `then` when both are there. A failure is told once. */
function createElementLoader({ report, texts }: WidgetsOptions, signal: AbortSignal): Load {
  return (frame, type, then) => {
    dataIsFree(signal)
      .then(async () => {
        if (signal.aborted) return;
        const { elementLoaders, frameLoaders } = await loadWidgets();
        const element = Object.entries(elementLoaders).find(([name]) => name === type)?.[1];
        // Texts that fail are reported by the host, which asks for them too; the element shows without them.
        if (!signal.aborted)
          await Promise.all([frameLoaders[frame](), element?.(), texts?.(type).catch(() => {})]);
        if (!signal.aborted) then();
      })
      .catch((cause: unknown) => report(explainFailure(type, cause)));
  };
}

/**
 * Lit makes a Trusted Types policy when it is first loaded. A page that allows none, or has its own Lit and allows no
 * second one, makes that throw; the shop stays as it is and learns the words to add.
 */
function explainFailure(type: string, cause: unknown): CodedProblem {
  return /polic/i.test(String(cause))
    ? {
        code: 'trusted-types-blocked',
        message: `add to the Content-Security-Policy: trusted-types lit-html 'allow-duplicates'`,
        cause,
      }
    : { code: 'element-unavailable', message: 'its chunk could not be loaded', key: type, cause };
}

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
  };
  const stops = overlaySlots.map((slot) => host.subscribe(slot, look));
  look();
  return () => {
    for (const stop of stops) stop();
    overlay?.remove();
  };
}
