import type { Part } from '../../journey/part.ts';
import { lazyPart } from '../lazy-part.ts';
import type { RecommendationsOptions } from './lists-part.ts';

/**
 * Lists of products, ranked on the device from a static index. Nothing is fetched before a campaign has won its
 * slot. Without consent or journey it shows best sellers and says so in `inspect()`.
 */
export function recommendations(options: RecommendationsOptions): Part {
  return lazyPart({
    name: 'recommendations',
    types: ['carousel'],
    load: () => import('./lists-part.ts').then(({ listsPart }) => listsPart(options)),
  });
}
