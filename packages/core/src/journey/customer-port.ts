import type { PortKey } from '../lib/port-registry.ts';

/** Told at once, whatever the visitor allowed to be recorded: somebody is signed in, or nobody is any more. */
export type CustomerListener = (isSignedIn: boolean) => void;

/** Provided by features that show what belongs to one person. */
export const customerPort: PortKey<CustomerListener> = 'customer';
