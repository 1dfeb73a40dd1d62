import type { ConsentPurpose } from '@regulars/schema';
import type { StoreName } from '../storage/storage-port.ts';

/** Stores that one purpose covers as a whole. */
export const wholeStores: Readonly<Partial<Record<ConsentPurpose, readonly StoreName[]>>> = {
  analytics: ['log', 'dest', 'dead', 'sess'],
  personalization: ['profile'],
};

/** Stores whose rows' keys begin with their own purpose. */
export const keyedStores: readonly StoreName[] = ['decision', 'feature', 'play', 'kv'];

/** All purposes; `necessary` is always granted. */
export const allPurposes: readonly ConsentPurpose[] = [
  'necessary',
  'functional',
  'analytics',
  'personalization',
  'marketing',
];

/** Events live in the log and in the profile: either purpose lets them be recorded. */
export const eventPurposes: readonly ConsentPurpose[] = ['analytics', 'personalization'];

/** The anonymous id and the visit count: kept in `kv` under either of these, the count under the first alone. */
export const identityPurposes: readonly ConsentPurpose[] = ['functional', 'analytics'];
