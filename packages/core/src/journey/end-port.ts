import type { PortKey } from '../lib/port-registry.ts';

/** Provided by the core: withdraws all consent, erases the visitor on this device and stops the engine. */
export const endPort: PortKey<() => Promise<void>> = 'end';
