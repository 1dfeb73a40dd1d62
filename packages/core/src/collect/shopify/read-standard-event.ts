import { fromVocabulary, shopify } from '@regulars/schema/vocabularies';

/** One of Shopify's standard events as ours; `null`: it is none of ours. A chunk of its own, fetched with the first event. */
export const readStandardEvent = (name: unknown, data: unknown): ReturnType<typeof fromVocabulary> =>
  fromVocabulary(shopify, String(name), data);
