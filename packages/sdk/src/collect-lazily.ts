import type { Collector } from '@regulars/core';

/** A collector that is fetched only when the page has what it reads. */
export interface LazyCollector {
  readonly name: string;
  /**
   * How much of its source the page has said already; -1: the page has none. Asked when consent is there, at
   * `DOMContentLoaded`, at `load`, and on each route.
   * @param nowMs epoch ms.
   */
  readonly said: (nowMs: number) => number;
  /** @param from what `said` answered: what came since is read. */
  readonly load: (from: number) => Promise<Collector>;
}

/**
 * Fetches and starts a collector once it is wanted and may record: before consent nothing would be kept anyway.
 * @param after runs the fetch when it is in nobody's way.
 */
export function collectLazily(
  { name, said, load }: LazyCollector,
  after: (fetch: () => void) => void,
): Collector {
  return (context) => {
    let stop: (() => void) | undefined;
    let busy = false;
    const ended = new AbortController();
    const { signal } = ended;
    const start = async (from: number, replay: boolean): Promise<void> => {
      try {
        const collector = await load(from);
        if (!signal.aborted) stop = collector({ ...context, replay });
      } catch (cause) {
        // The next page view tries again.
        context.problems.report({ code: 'collector-unavailable', message: 'chunk', key: name, cause });
      }
    };
    const look = (replay: boolean): void => {
      const from = busy || !context.consent.allows('analytics') ? -1 : said(context.now());
      if (from < 0) return;
      busy = true;
      after(() => void start(from, replay));
    };
    const lookHere = (): void => look(context.replay);
    addEventListener('DOMContentLoaded', lookHere, { signal });
    addEventListener('load', lookHere, { signal });
    const stopConsent = context.consent.subscribe(lookHere);
    // A route begins after the yes: what it says counts.
    const stopRoutes = context.onPage(() => look(true));
    lookHere();
    return () => {
      ended.abort();
      stopConsent();
      stopRoutes();
      stop?.();
    };
  };
}

/** Collectors of this package's own, by what the page has. */
export const lazyCollectors: readonly LazyCollector[] = [
  {
    name: 'engagement',
    // The page has been looked at since it was allowed to be counted.
    said: (nowMs) => nowMs,
    load: (since) => import('@regulars/core/collect/engagement').then((module) => module.engagement(since)),
  },
  {
    name: 'structured-data',
    said: () => (speaksOfProduct() ? 0 : -1),
    load: () => import('@regulars/core/collect/structured-data').then((module) => module.structuredData()),
  },
  {
    name: 'data-layer',
    said() {
      const { dataLayer } = globalThis as { readonly dataLayer?: unknown };
      return Array.isArray(dataLayer) ? dataLayer.length : -1;
    },
    load: (from) =>
      import('@regulars/core/collect/data-layer').then((module) => module.dataLayer('dataLayer', from)),
  },
  {
    name: 'marked',
    said: () => (document.querySelector(marks) || 'Shopify' in window ? 0 : -1),
    load: async () => (await import('./collect-marked.ts')).collectMarked,
  },
];

/** Words of a shop's markup. */
const marks = '[data-regulars-product],[data-regulars-promotion],[data-regulars-search]';

/** Whether there may be something to read, told without reading it. */
function speaksOfProduct(): boolean {
  const blocks = document.querySelectorAll('script[type="application/ld+json"]');
  return (
    [...blocks].some(({ textContent }) => textContent?.includes('Product')) ||
    document.querySelector('meta[property="product:retailer_item_id"],[itemtype$="schema.org/Product"]') !==
      null
  );
}
