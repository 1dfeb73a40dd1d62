import { type FactValue, factSourcePort } from '../campaigns/fact-source.ts';
import type { PartContext } from '../journey/part.ts';
import type { Cart, ShopBridge } from './shop-bridge.ts';

function readCart(cart: Cart | null): Readonly<Record<string, FactValue>> {
  if (!cart) return {};
  return {
    'cart.total': cart.total,
    'cart.count': cart.items.reduce((sum, { quantity }) => sum + quantity, 0),
    'cart.products': cart.items.map(({ product }) => product.id),
    'cart.coupon': cart.coupon,
  };
}

/**
 * Gives the shop's cart to conditions: read at start and after each cart event.
 * @param onRead runs after each reading.
 */
export function provideCartFacts(
  { journey, ports, problems, signal }: Pick<PartContext, 'journey' | 'ports' | 'problems' | 'signal'>,
  shop: ShopBridge,
): () => void {
  if (!shop.cart) return () => {};
  const { cart } = shop;
  let facts: Readonly<Record<string, FactValue>> = {};
  const read = async (): Promise<void> => {
    try {
      const found = await cart();
      if (!signal.aborted) facts = readCart(found);
    } catch (cause) {
      problems.report({ code: 'shop-bridge-failed', message: 'cart', key: 'cart', cause });
    }
  };
  const stops = [
    ports.provide(factSourcePort, { name: 'cart', facts: () => facts }),
    journey.onEvent(({ name }) => {
      if (/^(cart_|order_placed|coupon_applied)/.test(name)) void read();
    }),
  ];
  void read();
  return () => {
    for (const stop of stops) stop();
  };
}
