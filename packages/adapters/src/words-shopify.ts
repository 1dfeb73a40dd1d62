import { shopify, toVocabulary } from '@regulars/schema/vocabularies';
import type { Tell } from './vocabulary.ts';

/** The words of this vocabulary; a chunk of its own. */
export const tellShopify: Tell = (name, props) => toVocabulary(shopify, name, props);
