import type { Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { shopBridgePort } from '../shop-bridge.ts';
import { askShop } from './ask-shop.ts';

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
    askShop(context, 'productData', bridge?.productData?.(ids)),
    askShop(context, 'priceAndStock', bridge?.priceAndStock?.(ids)),
  ]);
  const said = new Map(own?.map((product) => [product.id, product]));
  const found = new Map<string, Product>();
  for (const id of ids) {
    const product = { ...cards.get(id), ...said.get(id), ...now?.[id], id };
    if (product.title) found.set(id, product);
  }
  return found;
}
