import type { ConsentControl } from '../consent/consent-port.ts';
import type { PortKey } from '../lib/port-registry.ts';
import type { JourneyRoom } from './journey-room.ts';

/** What ends an engine for good, in this order: no consent, the journey at rest, the visitor erased, the stop. */
export interface End {
  readonly consent: Pick<ConsentControl, 'set'>;
  readonly journey: Pick<JourneyRoom, 'ready' | 'flush' | 'exportJourney'>;
  /** Erases the visitor on this device. */
  readonly forget: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Provided by the core. */
export const endPort: PortKey<End> = 'end';
