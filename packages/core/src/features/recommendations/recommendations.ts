import type { Part } from '../../journey/part.ts';
import { lazyPart } from '../lazy-part.ts';
import { hasPageHearts } from './has-page-hearts.ts';
import type { RecommendationsOptions } from './lists-part.ts';

/**
 * Lists of products, ranked on the device from a static index. Nothing is fetched before a campaign has won its
 * slot. Without consent or journey it shows best sellers and says so in `inspect()`.
 */
export function recommendations(options: RecommendationsOptions): Part {
  return lazyPart({
    name: 'recommendations',
    types: ['carousel'],
    // Hearts of the shop's own pages stand where no list does.
    watch({ consent, journey, signal }, fetch) {
      const look = (): unknown => hasPageHearts(consent) && fetch();
      signal.addEventListener('abort', journey.onEvent(look));
      return consent.subscribe(look);
    },
    load: () => import('./lists-part.ts').then(({ listsPart }) => listsPart(options)),
  });
}
