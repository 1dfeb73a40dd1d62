import type { ConsentPurpose } from '@regulars/schema';

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

/** Events that count for something: also the visits among them. */
export const countedPurposes: readonly ConsentPurpose[] = [...eventPurposes, 'functional'];

/** The anonymous id and the visit count: kept in `kv` under either of these, the count under the first alone. */
export const identityPurposes: readonly ConsentPurpose[] = ['functional', 'analytics'];

/** Key of the anonymous id in `kv`. */
export const ID_KEY = 'id';
