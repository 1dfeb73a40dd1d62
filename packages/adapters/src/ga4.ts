import type { DeliveryPort } from '@regulars/core';
import { pagePort } from './page-port.ts';

/** How events go to Google's tags. */
export interface Ga4Options {
  /** The array's name on `window` (default `dataLayer`). */
  readonly name?: string | undefined;
  /**
   * Tell of the shop's commerce too (default `false`: only of what we show, tours, prizes and promotions). For shops whose pages
   * push none of their own: else Google counts it twice.
   */
  readonly commerce?: boolean | undefined;
}

const ours = /^(experience|recommendation|tour|prize)_/;

/** Pushes GA4 events to the page's `dataLayer`, marked `regulars: true` so that our own reader passes them over. Never throws after creation. */
export function ga4Adapter({ name = 'dataLayer', commerce = false }: Ga4Options = {}): DeliveryPort {
  return pagePort({
    id: 'ga4-data-layer',
    erasure: 'Google deletes by its own client id; nothing of ours reaches it.',
    words: async () => (await import('./words-ga4.ts')).tellGa4,
    isThere: () => true,
    tell(event, say) {
      const told = commerce || ours.test(event.name) ? say(event.name, event.props) : null;
      if (!told) return;
      const page = globalThis as Record<string, unknown>;
      if (!Array.isArray(page[name])) page[name] = [];
      const layer = page[name] as object[];
      // Fields of the push before must not be counted with this one.
      layer.push(
        { ecommerce: null, regulars: true },
        { event: told.name, ecommerce: told.props, event_id: event.id, regulars: true },
      );
    },
  });
}
