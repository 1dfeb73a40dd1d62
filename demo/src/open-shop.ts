import type { Database, ShopHook } from '@regulars/server';
import { mintCoupon } from './backend/coupons.ts';
import { type CustomerTokens, createCustomerTokens } from './backend/customers.ts';
import { createOrderWebhook, type OrderWebhook } from './backend/order-webhook.ts';
import { migrateShop } from './backend/schema.ts';
import { createShop, type Shop } from './create-shop.ts';
import type { Documents } from './documents.ts';
import { loadAssets } from './web/assets.ts';

export interface ShopOptions {
  readonly db: Database;
  readonly secrets: { readonly customer: string; readonly webhook: string };
  readonly program: Documents['program'];
  /** Sends the order webhook to Regulars. */
  readonly send: (request: Request) => Promise<Response>;
  /** Epoch ms (default `Date.now`). */
  readonly now?: () => number;
  /** `false` leaves the SDK tag out (default `true`). */
  readonly sdk?: boolean;
  /** Pause between rounds of the order webhook, ms. */
  readonly retryMs?: number;
}

/** The shop, its webhook, and what Regulars may ask of it. */
export interface OpenShop extends Shop {
  readonly hook: ShopHook;
  readonly webhook: OrderWebhook;
  readonly tokens: CustomerTokens;
}

/** Brings the shop's tables up to date and opens it. */
export async function openShop(options: ShopOptions): Promise<OpenShop> {
  const { db, program, secrets, send } = options;
  const now = options.now ?? Date.now;
  await migrateShop(db);
  const tokens = createCustomerTokens(secrets.customer, now);
  const retry = options.retryMs === undefined ? {} : { retryMs: options.retryMs };
  const url = 'http://regulars.internal/regulars/v1/orders';
  const webhook = createOrderWebhook({ db, secret: secrets.webhook, send, url, now, ...retry });
  const sdk = options.sdk ?? true;
  const shop = createShop({ db, assets: loadAssets(), tokens, webhook, rules: program.pools, now, sdk });
  return {
    ...shop,
    tokens,
    webhook,
    hook: {
      mintCoupon: (request) => mintCoupon(db, request),
      verifyCustomerToken: (token) => tokens.verify(token, 'customer'),
    },
  };
}
