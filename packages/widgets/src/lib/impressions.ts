/** Called once per key when its element was at least half visible for the dwell time. */
export type ImpressionListener = (key: string) => void;

/** Watches elements for viewable impressions. */
export interface Impressions {
  /** Watches exactly these, by key; keys already counted are left alone. */
  watch(elements: ReadonlyMap<string, Element>): void;
  stop(): void;
}

/** How impressions are counted. */
export interface ImpressionOptions {
  /** Time without a break, ms (default 1000). */
  readonly dwellMs?: number;
  /** Keys that count as told; grows (default: none yet). */
  readonly counted?: Set<string>;
}

/**
 * Viewable impression: at least half of the element on screen for `dwellMs` (default 1000) without a break while the
 * page is visible; once per key. Source: Media Rating Council, viewable ad impression.
 */
export function createImpressions(
  listener: ImpressionListener,
  { dwellMs = 1000, counted = new Set<string>() }: ImpressionOptions = {},
): Impressions {
  const keys = new Map<Element, string>();
  const dwell = createDwell(dwellMs, (element) => {
    observer.unobserve(element);
    const key = keys.get(element);
    if (key === undefined || counted.has(key)) return;
    counted.add(key);
    listener(key);
  });
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) dwell.see(target, intersectionRatio >= 0.5);
    },
    { threshold: 0.5 },
  );
  const forget = (element: Element): void => {
    dwell.see(element, false);
    observer.unobserve(element);
  };
  return {
    watch(elements) {
      const wanted = new Set(elements.values());
      for (const element of [...keys.keys()]) {
        if (wanted.has(element)) continue;
        forget(element);
        keys.delete(element);
      }
      for (const [key, element] of elements) {
        if (keys.get(element) === key) continue;
        keys.set(element, key);
        // Observed anew: the element may already be on screen with another product.
        forget(element);
        if (!counted.has(key)) observer.observe(element);
      }
    },
    stop() {
      observer.disconnect();
      dwell.stop();
      keys.clear();
    },
  };
}

/** Times how long elements stay on screen while the page is visible; a hidden page starts them anew. */
function createDwell(
  dwellMs: number,
  reached: (element: Element) => void,
): { see(element: Element, onScreen: boolean): void; stop(): void } {
  const seen = new Set<Element>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const cancel = (element: Element): void => {
    clearTimeout(timers.get(element));
    timers.delete(element);
  };
  const begin = (element: Element): void => {
    if (document.visibilityState !== 'visible' || timers.has(element)) return;
    const done = (): void => {
      timers.delete(element);
      seen.delete(element);
      reached(element);
    };
    timers.set(element, setTimeout(done, dwellMs));
  };
  const onVisibility = (): void => seen.forEach(document.visibilityState === 'visible' ? begin : cancel);
  document.addEventListener('visibilitychange', onVisibility);
  return {
    see(element, onScreen) {
      seen[onScreen ? 'add' : 'delete'](element);
      (onScreen ? begin : cancel)(element);
    },
    stop() {
      document.removeEventListener('visibilitychange', onVisibility);
      seen.forEach(cancel);
      seen.clear();
    },
  };
}
