import type { Collector } from '../collector.ts';

/** What gives Shopify's events: `analytics` of a web pixel, or `Shopify.analytics` of a theme. */
export interface ShopifyAnalytics {
  subscribe(
    name: string,
    listener: (event: { readonly name?: unknown; readonly data?: unknown }) => void,
  ): unknown;
}

/**
 * Records Shopify's standard events, in a web pixel or a theme. Page views are the page's own: they are left out. What was
 * published for us by our own adapter is not told again.
 * @param analytics default: the theme's `Shopify.analytics`; without one nothing is read.
 */
export function shopifyEvents(analytics?: ShopifyAnalytics): Collector {
  return ({ record, problems }) => {
    let stopped = false;
    const found =
      analytics ??
      (globalThis as { readonly Shopify?: { readonly analytics?: Partial<ShopifyAnalytics> } }).Shopify
        ?.analytics;
    try {
      found?.subscribe?.('all_standard_events', ({ name, data }) => {
        if (stopped || name === 'page_viewed') return;
        import('./read-standard-event.ts')
          .then(({ readStandardEvent }) => {
            const act = stopped ? null : readStandardEvent(name, data);
            if (act) record('shopify', act.name, act.props as never);
          })
          .catch((cause) =>
            problems.report({ code: 'collector-unavailable', message: 'chunk', key: 'shopify', cause }),
          );
      });
    } catch (cause) {
      problems.report({ code: 'collector-failed', cause });
    }
    return () => {
      stopped = true;
    };
  };
}
