import type { ConsentPurpose } from '@regulars/schema';
import type { StoreName } from '../storage/storage-port.ts';

/** Purposes that any one of which lets a store exist; `keyed`: each row's key names its own. */
export const storePurposes: Readonly<Record<StoreName, ConsentPurpose | 'keyed'>> = {
  log: 'analytics',
  dest: 'analytics',
  dead: 'analytics',
  sess: 'analytics',
  profile: 'personalization',
  decision: 'keyed',
  feature: 'keyed',
  play: 'keyed',
  kv: 'keyed',
};

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
