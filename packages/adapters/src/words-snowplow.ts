import { snowplow, toVocabulary } from '@regulars/schema/vocabularies';
import type { Tell } from './vocabulary.ts';

/** The words of this vocabulary; a chunk of its own. */
export const tellSnowplow: Tell = (name, props) => toVocabulary(snowplow, name, props);
