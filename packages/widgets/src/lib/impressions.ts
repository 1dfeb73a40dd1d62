/** Called once per key when its element was at least half visible for the dwell time. */
export type ImpressionListener = (key: string) => void;

/** Watches elements for viewable impressions. */
export interface Impressions {
  /** Watches exactly these, by key; keys already counted are left alone. */
  watch(elements: ReadonlyMap<string, Element>): void;
  stop(): void;
}

/**
 * Viewable impression: at least half of the element on screen for `dwellMs` (default 1000) without a break while the
 * page is visible; once per key. Source: Media Rating Council, viewable ad impression.
 */
export function createImpressions(
  listener: ImpressionListener,
  {
    dwellMs = 1000,
    counted = new Set<string>(),
  }: { readonly dwellMs?: number; readonly counted?: Set<string> } = {},
): Impressions {
  const keys = new Map<Element, string>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const cancel = (element: Element): void => {
    clearTimeout(timers.get(element));
    timers.delete(element);
  };
  const count = (element: Element): void => {
    cancel(element);
    const key = keys.get(element);
    if (key === undefined || counted.has(key) || document.visibilityState === 'hidden') return;
    counted.add(key);
    observer.unobserve(element);
    listener(key);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        if (intersectionRatio < 0.5) cancel(target);
        else if (!timers.has(target)) timers.set(target, setTimeout(count, dwellMs, target));
      }
    },
    { threshold: 0.5 },
  );
  return {
    watch(elements) {
      const wanted = new Set(elements.values());
      for (const element of [...keys.keys()]) {
        if (wanted.has(element)) continue;
        observer.unobserve(element);
        cancel(element);
        keys.delete(element);
      }
      for (const [key, element] of elements) {
        const known = keys.get(element);
        if (known === key) continue;
        cancel(element);
        keys.set(element, key);
        // Observed anew: the element may already be on screen with another product.
        observer.unobserve(element);
        if (!counted.has(key)) observer.observe(element);
      }
    },
    stop() {
      observer.disconnect();
      for (const element of timers.keys()) clearTimeout(timers.get(element));
      timers.clear();
      keys.clear();
    },
  };
}
