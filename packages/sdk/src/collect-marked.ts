import type { Collector } from '@regulars/core';
import { impressions } from '@regulars/core/collect/impressions';
import { markup } from '@regulars/core/collect/markup';
import { shopifyEvents } from '@regulars/core/collect/shopify';

/** Collectors of pages that say what they show by `data-regulars-*`, and of Shopify's; a chunk of their own. */
export const collectMarked: Collector = (context) => {
  const stops = [markup(), impressions(), shopifyEvents()].map((collector) => collector(context));
  return () => {
    for (const stop of stops) stop();
  };
};
