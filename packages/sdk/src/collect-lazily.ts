import type { Collector } from '@regulars/core';

/** A collector that is fetched only when the page has what it reads. */
export interface LazyCollector {
  readonly name: string;
  /** Whether the page has its source; asked when consent is there, at `DOMContentLoaded`, at `load`, and on each route. */
  readonly isWanted: () => boolean;
  readonly load: () => Promise<Collector>;
}

/** Fetches and starts a collector once it is wanted and may record: before consent nothing would be kept anyway. */
export function collectLazily({ name, isWanted, load }: LazyCollector): Collector {
  return (context) => {
    let stop: (() => void) | undefined;
    let busy = false;
    const ended = new AbortController();
    const { signal } = ended;
    const look = (replay: boolean): void => {
      if (busy || !context.consent.allows('analytics') || !isWanted()) return;
      busy = true;
      load().then(
        (collector) => {
          if (!signal.aborted) stop = collector({ ...context, replay });
        },
        (cause: unknown) => {
          // The next page view tries again.
          context.problems.report({ code: 'collector-unavailable', message: 'chunk', key: name, cause });
        },
      );
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
    name: 'structured-data',
    isWanted: () =>
      document.querySelector('meta[property="product:retailer_item_id"]') !== null ||
      [...document.querySelectorAll('script[type="application/ld+json"]')].some(({ textContent }) =>
        textContent?.includes('Product'),
      ),
    load: () => import('@regulars/core/collect/structured-data').then((module) => module.structuredData()),
  },
  {
    name: 'data-layer',
    isWanted: () => Array.isArray((globalThis as { readonly dataLayer?: unknown }).dataLayer),
    load: () => import('@regulars/core/collect/data-layer').then((module) => module.dataLayer()),
  },
];
