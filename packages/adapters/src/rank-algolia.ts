import type { Ranker, RankQuestion } from '@regulars/core/recommendations';
import { askBackend, itemsOf } from './ask-backend.ts';

/** Where Algolia Recommend is. */
export interface AlgoliaRankerOptions {
  readonly applicationId: string;
  /** Search-only key: it stands in the page. */
  readonly apiKey: string;
  readonly indexName: string;
  /** Least score of a recommendation, 0 to 100 (default 0). */
  readonly threshold?: number | undefined;
  /** Address of the service (default Algolia's own for the application). */
  readonly endpoint?: string | undefined;
  /** Time it gets, ms (default 800). */
  readonly timeoutMs?: number | undefined;
}

/** Products that are asked about, newest first. */
const mostAnchors = 5;

/**
 * Asks Algolia Recommend: related products of those last seen, bought together with the cart, trending items without
 * either. Answers of several models alternate, best first. Source: Algolia, "Get recommendations" (REST).
 */
export function algoliaRanker(options: AlgoliaRankerOptions): Ranker {
  const { applicationId, apiKey, timeoutMs } = options;
  const { endpoint = `https://${applicationId}-dsn.algolia.net` } = options;
  return {
    timeoutMs,
    async rank(question, { signal }) {
      const headers = { 'x-algolia-application-id': applicationId, 'x-algolia-api-key': apiKey };
      const body = { requests: requestsOf(question, options) };
      const { results } = Object(
        await askBackend(`${endpoint}/1/indexes/*/recommendations`, { headers, body }, signal),
      );
      if (!Array.isArray(results)) throw new TypeError('Algolia gave no results');
      return {
        items: alternate(results.map((result) => itemsOf(result, 'hits', 'objectID'))),
        version: 'algolia',
      };
    },
  };
}

function requestsOf(
  { strategy, seen, inCart, current, max }: RankQuestion,
  { indexName, threshold = 0 }: AlgoliaRankerOptions,
): readonly object[] {
  const common = { indexName, threshold, maxRecommendations: Math.min(max, 30) };
  const basket = strategy === 'bought-together' || strategy === 'complete-the-set';
  const newest = [...new Set([...(current ? [current] : []), ...seen])];
  const anchors =
    strategy === 'trending'
      ? []
      : basket && inCart.length > 0
        ? inCart
        : newest.slice(0, strategy === 'similar' ? 1 : mostAnchors);
  if (anchors.length === 0) return [{ ...common, model: 'trending-items' }];
  const model = basket ? 'bought-together' : 'related-products';
  return anchors.slice(0, mostAnchors).map((objectID) => ({ ...common, model, objectID }));
}

function alternate(lists: readonly (readonly { readonly id: string }[])[]): { readonly id: string }[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const found = new Map<string, { readonly id: string }>();
  for (let place = 0; place < longest; place += 1)
    for (const list of lists) {
      const one = list[place];
      if (one && !found.has(one.id)) found.set(one.id, one);
    }
  return [...found.values()];
}
