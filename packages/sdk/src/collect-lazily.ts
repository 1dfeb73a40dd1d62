import type { Collector } from '@regulars/core';

/** A collector that is fetched only when the page has what it reads. */
export interface LazyCollector {
  readonly name: string;
  /** Whether the page has its source; asked when consent is there, at `DOMContentLoaded` and at `load`. */
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
    const look = (): void => {
      if (busy || !context.consent.allows('analytics') || !isWanted()) return;
      busy = true;
      load().then(
        (collector) => {
          if (!signal.aborted) stop = collector(context);
        },
        (cause: unknown) => {
          // The next page view tries again.
          context.problems.report({ code: 'collector-unavailable', message: 'chunk', key: name, cause });
        },
      );
    };
    addEventListener('DOMContentLoaded', look, { signal });
    addEventListener('load', look, { signal });
    const stopConsent = context.consent.subscribe(look);
    look();
    return () => {
      ended.abort();
      stopConsent();
      stop?.();
    };
  };
}

/** Collectors of this package's own, by what the page has. */
export const lazyCollectors: readonly LazyCollector[] = [
  {
    name: 'structured-data',
    isWanted: () =>
      document.querySelector('script[type="application/ld+json"],meta[property^="og:"]') !== null,
    load: () => import('@regulars/core/collect/structured-data').then((module) => module.structuredData()),
  },
  {
    name: 'data-layer',
    isWanted: () => Array.isArray((globalThis as { readonly dataLayer?: unknown }).dataLayer),
    load: () => import('@regulars/core/collect/data-layer').then((module) => module.dataLayer()),
  },
];
