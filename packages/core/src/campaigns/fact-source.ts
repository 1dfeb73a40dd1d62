import type { Money } from '@regulars/schema';
import type { PortKey } from '../lib/port-registry.ts';

/** Value of an attribute; `undefined` is *unknown*. */
export type FactValue = string | number | boolean | Money | readonly string[] | undefined;

/** Gives facts to conditions by dotted name (`cart.total`, `session.count`, `customer.tier`). */
export interface FactSource {
  readonly name: string;
  /** Facts now; own keys only. Never throws. */
  facts(): Readonly<Record<string, FactValue>>;
}

export const factSourcePort: PortKey<FactSource> = { name: 'fact-source' };
