import { ga4, toVocabulary } from '@regulars/schema/vocabularies';
import type { Tell } from './vocabulary.ts';

/** The words of this vocabulary; a chunk of its own. */
export const tellGa4: Tell = (name, props) => toVocabulary(ga4, name, props);
