import type { Collector } from '@regulars/core';
import type { RegularsOptions } from './regulars-port.ts';

/** What the page had said when the visitor allowed to measure. */
export interface Yes {
  /** Epoch ms. */
  readonly yesMs: number;
  /** Entries of the data layer. */
  readonly pushed: number;
}

/** A page that may have a data layer. */
export interface WithLayer {
  readonly dataLayer?: unknown;
}

/** A collector that is fetched only when the page has what it reads. */
export interface LazyCollector {
  readonly name: string;
  /**
   * How much of its source the page had said before the yes; -1: the page has none. Asked at the start, with each change of
   * consent, at `DOMContentLoaded`, at `load`, and on each route.
   */
  readonly said: () => number;
  /** @param from what `said` answered: what came since is read. */
  readonly load: (from: number) => Promise<Collector>;
}

/** Fetches and starts a collector once it is wanted and may record. */
export function collectLazily({ name, said, load }: LazyCollector): Collector {
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
      const from = busy || !context.consent.allows('analytics') ? -1 : said();
      if (from < 0) return;
      busy = true;
      void start(from, replay);
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

/**
 * Collectors of this package's own, each fetched when the page has what it reads, or the shop asked for it.
 * @param asked names, as a list or in one text with spaces.
 */
export const lazyCollectors = (
  { yesMs, pushed }: Yes,
  asked: RegularsOptions['collect'] = [],
): readonly LazyCollector[] => [
  {
    name: 'engagement',
    // The page has been looked at since it was allowed to be counted.
    said: () => yesMs,
    load: (since) => import('@regulars/core/collect/engagement').then((module) => module.engagement(since)),
  },
  {
    name: 'structured-data',
    said: () => (speaksOfProduct() ? 0 : -1),
    load: () => import('@regulars/core/collect/structured-data').then((module) => module.structuredData()),
  },
  {
    name: 'data-layer',
    said: () => (Array.isArray((globalThis as WithLayer).dataLayer) ? pushed : -1),
    load: (from) =>
      import('@regulars/core/collect/data-layer').then((module) => module.dataLayer('dataLayer', from)),
  },
  {
    name: 'marked',
    said: () => (document.querySelector(marks) || 'Shopify' in window ? 0 : -1),
    load: async () => (await import('./collect-marked.ts')).collectMarked,
  },
  {
    name: 'frustration',
    said: () => (asked.includes('frustration') ? 0 : -1),
    load: () => import('@regulars/core/collect/frustration').then((module) => module.frustration()),
  },
  {
    name: 'exit-intent',
    said: () => (asked.includes('exit-intent') ? 0 : -1),
    load: () => import('@regulars/core/collect/exit-intent').then((module) => module.exitIntent()),
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
