import type { Page } from '@playwright/test';

/** What the page counts of itself. */
export interface Traces {
  /** Listeners on the window, the document, what is in it, media queries and the history: owner and type, sorted. */
  readonly listeners: readonly string[];
  readonly nodes: number;
  /** Start tag of each element that a case names. */
  readonly tags: Readonly<Record<string, string>>;
}

interface Counters {
  listeners(): string[];
  frames: number;
}

/** Begins to count listeners and frames, before any script of the page. */
export async function countTraces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = new Set<{ target: EventTarget; type: string; listener: unknown; capture: boolean }>();
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const find = (
      target: EventTarget,
      type: string,
      listener: unknown,
      capture: boolean,
    ): object | undefined =>
      [...live].find(
        (one) =>
          one.target === target && one.type === type && one.listener === listener && one.capture === capture,
      );
    const captures = (options: unknown): boolean =>
      options === true ||
      (typeof options === 'object' && options !== null && 'capture' in options && !!options.capture);
    EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
      // A script in the global scope calls it without an object.
      const target = this ?? globalThis;
      const capture = captures(options);
      const { signal, once } = typeof options === 'object' ? options : {};
      if (listener && !signal?.aborted && !find(target, type, listener, capture)) {
        const entry = { target, type, listener, capture };
        live.add(entry);
        if (signal) add.call(signal, 'abort', () => live.delete(entry), { once: true });
        if (once) add.call(target, type, () => live.delete(entry), { once: true, capture });
      }
      return add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
      const target = this ?? globalThis;
      const entry = find(target, type, listener, captures(options));
      if (entry) live.delete(entry as never);
      return remove.call(target, type, listener, options);
    };
    const counted = ({ target }: { target: EventTarget }): boolean =>
      target instanceof Node
        ? target.isConnected
        : target instanceof Window ||
          target instanceof MediaQueryList ||
          ('VisualViewport' in globalThis && target instanceof VisualViewport) ||
          ('Navigation' in globalThis &&
            target === (globalThis as unknown as { navigation: EventTarget }).navigation);
    const counters: Counters = {
      frames: 0,
      listeners: () =>
        [...live]
          .filter(counted)
          .map(({ target, type }) => `${target.constructor.name} ${type}`)
          .sort(),
    };
    const { requestAnimationFrame: request } = globalThis;
    globalThis.requestAnimationFrame = (callback) => {
      counters.frames += 1;
      return request(callback);
    };
    Object.assign(globalThis, { counters });
  });
}

/** Reads what there is now. */
export function readTraces(page: Page, selectors: readonly string[]): Promise<Traces> {
  return page.evaluate((wanted) => {
    const tag = (element: Element | null): string =>
      (element?.cloneNode(false) as Element | undefined)?.outerHTML ?? '';
    return {
      listeners: (globalThis as unknown as { counters: Counters }).counters.listeners(),
      nodes: document.querySelectorAll('*').length,
      tags: Object.fromEntries(wanted.map((selector) => [selector, tag(document.querySelector(selector))])),
    };
  }, selectors);
}

/** Frames that were asked for in a span, ms; nothing of the driver runs in the page meanwhile. */
export async function framesIn(page: Page, spanMs: number): Promise<number> {
  return page.evaluate(async (span) => {
    const { counters } = globalThis as unknown as { counters: Counters };
    const before = counters.frames;
    await new Promise((resolve) => setTimeout(resolve, span));
    return counters.frames - before;
  }, spanMs);
}
