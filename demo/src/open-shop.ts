import type { Database, ShopHook } from '@regulars/server';
import { mintCoupon } from './backend/coupons.ts';
import { type CustomerTokens, createCustomerTokens } from './backend/customers.ts';
import type { DemoClock } from './backend/demo-clock.ts';
import { createOrderWebhook, type OrderWebhook } from './backend/order-webhook.ts';
import { createRegulars } from './backend/regulars.ts';
import { migrateShop } from './backend/schema.ts';
import { createShop, type Shop } from './create-shop.ts';
import type { Documents } from './documents.ts';
import { loadAssets } from './web/assets.ts';

export interface ShopOptions {
  readonly db: Database;
  readonly secrets: { readonly customer: string; readonly webhook: string };
  readonly program: Documents['program'];
  /** With which the shop's backend asks Regulars (default none: then it knows of nobody). */
  readonly apiKey?: string;
  /** Days can be let pass; then it is the clock, whatever `now` says. */
  readonly clock?: DemoClock;
  /** Carries requests to Regulars. */
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
  const now = options.clock?.now ?? options.now ?? Date.now;
  await migrateShop(db);
  const tokens = createCustomerTokens(secrets.customer, now);
  const retry = options.retryMs === undefined ? {} : { retryMs: options.retryMs };
  const url = 'http://regulars.internal/regulars';
  const webhook = createOrderWebhook({
    db,
    secret: secrets.webhook,
    send,
    url: `${url}/v1/orders`,
    now,
    ...retry,
  });
  const regulars = createRegulars({
    url,
    apiKey: options.apiKey ?? '',
    webhookSecret: secrets.webhook,
    send,
    now,
  });
  const sdk = options.sdk ?? true;
  const clock = options.clock;
  const shop = createShop({ db, assets: loadAssets(), tokens, webhook, regulars, program, clock, now, sdk });
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
