import type { ProgramDocument } from '@regulars/schema';
import type { Database } from '@regulars/server';
import type { CustomerTokens } from '../backend/customers.ts';
import type { DemoClock } from '../backend/demo-clock.ts';
import type { OrderWebhook } from '../backend/order-webhook.ts';
import type { Regulars } from '../backend/regulars.ts';
import type { Asset } from './assets.ts';

/** What the shop's routes work with. */
export interface ShopServices {
  readonly db: Database;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly tokens: CustomerTokens;
  readonly webhook: OrderWebhook;
  readonly regulars: Regulars;
  /** For the rules pages, points at the checkout, and what is sold early. */
  readonly program: ProgramDocument;
  /** Days can be let pass by a button; `undefined`: they cannot. */
  readonly clock: DemoClock | undefined;
  /** Epoch ms. */
  readonly now: () => number;
  /** `false` leaves the SDK tag out of every page. */
  readonly sdk: boolean;
}
