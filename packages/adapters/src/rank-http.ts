import type { Ranker } from '@regulars/core/recommendations';
import type { Product } from '@regulars/schema';
import { askBackend, itemsOf } from './ask-backend.ts';

/** Where the shop's own ranking backend is. */
export interface HttpRankerOptions {
  /** Takes the question as JSON by POST and answers `{ "items": [{ "id", "product"? }], "version"? }`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Time it gets, ms (default 800). */
  readonly timeoutMs?: number | undefined;
}

/** Asks the shop's own backend for a ranking; it may answer 204 to leave the list to the device. */
export function httpRanker({ url, headers, timeoutMs }: HttpRankerOptions): Ranker {
  return {
    timeoutMs,
    async rank(question, { signal }) {
      const answer = await askBackend(url, { headers: headers ?? {}, body: question }, signal);
      if (answer === null) return null;
      const { items, version } = Object(answer);
      const ids = itemsOf(answer, 'items');
      const products = new Map<string, Product | undefined>(
        items.map((one: { id: unknown; product?: Product }) => [String(Object(one).id), Object(one).product]),
      );
      return {
        ...(typeof version === 'string' ? { version } : {}),
        items: ids.map(({ id }) => ({ id, product: products.get(id) })),
      };
    },
  };
}
