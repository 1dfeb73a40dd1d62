import type { ServerContext } from '../context.ts';
import { prepareCoupons } from './coupons/prepare-coupons.ts';
import { prepareOffers } from './offers/redeem.ts';
import { preparePools } from './pools.ts';

/** Makes what the programme names and the database does not have yet: pool versions, offer stocks, listed codes. */
export async function prepareRewards(context: ServerContext): Promise<void> {
  await preparePools(context);
  await prepareOffers(context);
  await prepareCoupons(context);
}
