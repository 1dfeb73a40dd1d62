import { segment, toVocabulary } from '@regulars/schema/vocabularies';
import type { Tell } from './vocabulary.ts';

/** The words of this vocabulary; a chunk of its own. */
export const tellSegment: Tell = (name, props) => toVocabulary(segment, name, props);
