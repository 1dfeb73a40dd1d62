// The shop's browser hooks for Regulars.
import type { BridgeAnswer, Cart, ShopBridge } from '@regulars/core';
import type { ShopWindow } from './shop-window.ts';

type CardProduct = Cart['items'][number]['product'];

const base = document.documentElement.dataset.base ?? '';

async function readJson<T>(path: string): Promise<T> {
  const answer = await fetch(base + path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json() as Promise<T>;
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<BridgeAnswer> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(base + path, { method: 'POST', body, headers: { accept: 'application/json' } });
  return answer.json() as Promise<BridgeAnswer>;
}

let lastAsked = '';
let lastAnswer: Promise<readonly CardProduct[]> = Promise.resolve([]);

/**
 * Cards, prices and stock are asked for together: one request answers both. Without cookies: lists of best sellers
 * ask before the visitor has answered the banner.
 */
function readProducts(ids: readonly string[]): Promise<readonly CardProduct[]> {
  const path = `/products.json?ids=${ids.map(encodeURIComponent).join()}`;
  if (ids.length > 0 && path !== lastAsked) {
    lastAsked = path;
    lastAnswer = fetch(base + path, { credentials: 'omit' }).then((answer) => answer.json());
    // What is in stock changes: the next question is a new one.
    setTimeout(() => {
      lastAsked = '';
    }, 1000);
  }
  return ids.length > 0 ? lastAnswer : Promise.resolve([]);
}

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
  wishlist: async () => (await readJson<{ ids: readonly string[] | null }>('/wishlist.json')).ids,
  saveWishlist: (productIds) => post('/wishlist.json', { ids: productIds.join() }),
  thresholds: () => readJson('/thresholds.json'),
  applyCoupon: (code) => post('/cart/coupon', { code }),
  customerToken: async () => (await readJson<{ token: string | null }>('/account/token')).token,
};

const page: Window & ShopWindow = window;
// What a test or another script of the page has set stays.
page.regularsConfig = { ...page.regularsConfig, shop: bridge };
