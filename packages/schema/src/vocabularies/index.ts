export { fromVocabulary } from './from-vocabulary.ts';
export { ga4 } from './ga4-table.ts';
export { segment } from './segment-table.ts';
export { shopify } from './shopify-table.ts';
export { snowplow } from './snowplow-table.ts';
export { toVocabulary } from './to-vocabulary.ts';
export type { Bag, VocabularyMap } from './vocabulary-map.ts';
