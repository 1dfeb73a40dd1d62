// The shop's browser hooks for Regulars.
import type { BridgeAnswer, Cart, ShopBridge } from '@regulars/core';
import type { ShopWindow } from './shop-window.ts';

type CardProduct = Cart['items'][number]['product'];

const base = document.documentElement.dataset.base ?? '';

async function readJson<T>(path: string, credentials: RequestCredentials = 'same-origin'): Promise<T> {
  const answer = await fetch(base + path, { credentials, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json() as Promise<T>;
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<BridgeAnswer> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(base + path, { method: 'POST', body, headers: { accept: 'application/json' } });
  return answer.json() as Promise<BridgeAnswer>;
}

// Without cookies: lists of best sellers ask before the visitor has answered the banner.
const readProducts = (ids: readonly string[]): Promise<readonly CardProduct[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : readJson(`/products.json?ids=${ids.map(encodeURIComponent).join()}`, 'omit');

const bridge: ShopBridge = {
  cart: () => readJson<Cart>('/cart.json'),
  async addToCart(productId, { quantity }) {
    const answer = await post('/cart/add', { product: productId, quantity: String(quantity) });
    if (answer.ok) document.dispatchEvent(new CustomEvent('shop-cart-changed'));
    return answer;
  },
  async setVisitorReference(reference) {
    const answer = await post('/cart/reference', { reference });
    if (!answer.ok) throw new Error('The shop did not take the visitor reference.');
  },
  async priceAndStock(productIds) {
    const found = await readProducts(productIds);
    return Object.fromEntries(
      found.map(({ id, inStock, price }) => [
        id,
        { ...(price === undefined ? {} : { price }), ...(inStock === undefined ? {} : { inStock }) },
      ]),
    );
  },
  productData: readProducts,
  thresholds: () => readJson('/thresholds.json'),
  applyCoupon: (code) => post('/cart/coupon', { code }),
  customerToken: async () => (await readJson<{ token: string | null }>('/account/token')).token,
};

(window as Window & ShopWindow).regularsConfig = { shop: bridge };
