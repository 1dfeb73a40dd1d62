import type { Subscribable } from '../lib/subscribable.ts';
import type { Stamp } from './create-stamper.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions } from './journey-room.ts';
import type { LateKeeper } from './late-keeper.ts';
import type { LiveJourney } from './live-journey.ts';

/** What the pieces of a journey share. */
export interface Pieces extends Omit<JourneyOptions, 'fold'> {
  readonly late: LateKeeper;
  readonly live: LiveJourney;
  readonly stamp: Stamp;
  readonly events: Subscribable<TrackedEvent>;
  readonly profiles: Subscribable<void>;
  readonly stored: Subscribable<boolean>;
  stopped: boolean;
}
