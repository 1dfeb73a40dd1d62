import type { PortKey } from '../lib/port-registry.ts';
import type { FactValue } from '../rules/fact.ts';

export type { FactValue } from '../rules/fact.ts';

/** Gives facts to conditions by dotted name (`cart.total`, `session.count`, `customer.tier`). */
export interface FactSource {
  readonly name: string;
  /** Facts now; own keys only. Never throws. */
  facts(): Readonly<Record<string, FactValue>>;
}

export const factSourcePort: PortKey<FactSource> = 'fact-source';
