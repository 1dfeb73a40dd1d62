import type { ShopBridge } from '@regulars/core';

/** What the shop's scripts find on, or put on, the window. */
export interface ShopWindow {
  dataLayer?: unknown[];
  regularsConfig?: { shop: ShopBridge };
  /** The SDK, or its stub that queues calls; absent when the page is served without it. */
  regulars?: {
    setConsent(purposes: readonly string[] | null): void;
    track(name: string, props: Readonly<Record<string, unknown>>): void;
  };
}
