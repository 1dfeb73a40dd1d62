import type { Database } from '@regulars/server';
import type { CustomerTokens } from '../backend/customers.ts';
import type { OrderWebhook } from '../backend/order-webhook.ts';
import type { Asset } from './assets.ts';
import type { RulesSource } from './rules-source.ts';

/** What the shop's routes work with. */
export interface ShopServices {
  readonly db: Database;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly tokens: CustomerTokens;
  readonly webhook: OrderWebhook;
  readonly rules: RulesSource;
  /** Epoch ms. */
  readonly now: () => number;
  /** `false` leaves the SDK tag out of every page. */
  readonly sdk: boolean;
}
