import type { Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { shopBridgePort } from '../shop-bridge.ts';

/** The shop's hooks get this long; then the index's word stands. */
const patienceMs = 1500;

/**
 * Cards by product id, as they are at this moment: the index's, with what the shop's hooks say of words, price and
 * stock. Products without a title anywhere are left out. Never throws.
 */
export async function findCards(
  context: PartContext,
  ids: readonly string[],
  ofIndex: Promise<ReadonlyMap<string, Product>>,
): Promise<ReadonlyMap<string, Product>> {
  const [bridge] = context.ports.use(shopBridgePort);
  const [cards, own, now] = await Promise.all([
    ofIndex,
    ask(context, 'productData', bridge?.productData?.(ids)),
    ask(context, 'priceAndStock', bridge?.priceAndStock?.(ids)),
  ]);
  const said = new Map(own?.map((product) => [product.id, product]));
  const found = new Map<string, Product>();
  for (const id of ids) {
    const product = { ...cards.get(id), ...said.get(id), ...now?.[id], id };
    if (product.title) found.set(id, product);
  }
  return found;
}

/** Answer of a hook; `null` when it fails, is silent too long, or is not there. */
function ask<T>(
  { problems, signal }: PartContext,
  hook: string,
  answer: Promise<T> | undefined,
): Promise<T | null> {
  if (!answer) return Promise.resolve(null);
  return new Promise((resolve) => {
    const finish = (value: T | null, cause?: unknown): void => {
      clearTimeout(timer);
      if (value === null)
        problems.report({ code: 'shop-hook-failed', message: 'Used the index.', key: hook, cause });
      resolve(value);
    };
    const timer = setTimeout(finish, patienceMs, null, 'timeout');
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    answer.then(finish, (cause) => finish(null, cause));
  });
}
