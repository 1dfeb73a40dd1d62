import type { PortKey } from '../lib/port-registry.ts';

/** Which slots somebody listens to: a slot without an element cannot show anything. Provided by the host. */
export interface Slots {
  isMounted(slot: string): boolean;
  mounted(): readonly string[];
  /** Runs when a slot gets its first or loses its last listener; returns its stop. */
  onChange(listener: () => void): () => void;
}

export const slotsPort: PortKey<Slots> = 'slots';

/** Opens a campaign because the visitor asked for it; `false` when it cannot. Provided by the campaigns part. */
export const openerPort: PortKey<(campaignId: string) => Promise<boolean>> = 'opener';

/** Hears signals about a campaign, whoever shows it: `viewed`, `clicked`. Returns nothing, never throws. */
export const signalPort: PortKey<(type: string, campaignId: string) => void> = 'signal';
