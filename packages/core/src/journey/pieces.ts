import type { Subscribable } from '../lib/subscribable.ts';
import type { Stamper } from './create-stamper.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions } from './journey-room.ts';
import type { LeftEvents } from './left-events.ts';
import type { LiveJourney } from './live-journey.ts';
import type { WriteBuffer } from './write-buffer.ts';

/** What the pieces of a journey share. */
export interface Pieces extends JourneyOptions {
  readonly live: LiveJourney;
  readonly stamper: Stamper;
  readonly buffer: WriteBuffer<TrackedEvent>;
  readonly events: Subscribable<TrackedEvent>;
  readonly profiles: Subscribable<void>;
  readonly stored: Subscribable<boolean>;
  readonly left: LeftEvents;
}
