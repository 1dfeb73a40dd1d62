import type { DeliveryPort } from '@regulars/core';
import { pagePort } from './page-port.ts';

/** How events go to Shopify's pixels. */
export interface ShopifyOptions {
  /** Put before names that Shopify's standard events do not have (default `regulars:`). */
  readonly prefix?: string | undefined;
  /** Tell of the shop's commerce too (default `false`: Shopify tells its pixels of that itself). */
  readonly commerce?: boolean | undefined;
}

interface Publisher {
  publish(name: string, payload: object): unknown;
}

/** Publishes custom events to the shop's pixels by `Shopify.analytics.publish`. Never throws after creation. Source: Shopify, "Web Pixels API". */
export function shopifyAdapter({
  prefix = 'regulars:',
  commerce = false,
}: ShopifyOptions = {}): DeliveryPort {
  const publisher = (): Publisher | undefined =>
    (globalThis as { readonly Shopify?: { readonly analytics?: Publisher } }).Shopify?.analytics;
  return pagePort({
    id: 'shopify',
    erasure: 'Each pixel deletes what it was told; Shopify sends it the request of the customer.',
    words: async () => (await import('./words-shopify.ts')).tellShopify,
    isThere: () => typeof publisher()?.publish === 'function',
    tell({ id, name, t, props }, say) {
      const told = say(name, props);
      if (told && !commerce) return;
      publisher()?.publish(prefix + (told?.name ?? name), {
        id,
        timestamp: new Date(t).toISOString(),
        data: told?.props ?? props,
      });
    },
  });
}
