import { createDisposer } from '../lib/disposer.ts';
import { createLane, type Lane } from './create-lane.ts';
import { createDestination } from './destination.ts';
import { followExit } from './exit-flush.ts';
import type { DestinationState, SyncEngine, SyncOptions } from './sync-port.ts';

/** Starts delivery to every destination. Nothing is read or sent without `analytics`. */
export function createSyncEngine(options: SyncOptions): SyncEngine {
  const { journey, consent } = options;
  const stops = createDisposer();
  const lanes = options.destinations.map((port) => createLane(createDestination(port, options), options));
  const kick = async (probe = false): Promise<void> => {
    await Promise.all(lanes.map((lane) => lane.kick(probe)));
  };
  const start = (): void => {
    // After the journey has followed the same change.
    queueMicrotask(() => void journey.ready().then(() => kick()));
  };
  stops.add(consent.subscribe(start));
  stops.add(
    journey.onStored((critical) => {
      for (const lane of lanes) {
        void lane.destination.refresh();
        if (critical) void lane.kick();
        else lane.soon();
      }
    }),
  );
  followExit(lanes, options, stops);
  start();
  return {
    async flush() {
      await journey.flush();
      await kick();
    },
    idle: () => kick(),
    inspect: () => Promise.all(lanes.map((lane) => inspect(lane, options))),
    async stop() {
      stops.stop();
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

async function inspect({ destination, isSending }: Lane, options: SyncOptions): Promise<DestinationState> {
  const { consent, now } = options;
  const { row, queued } = consent.allows('analytics')
    ? await destination.row()
    : { row: undefined, queued: 0 };
  const { nextAt = 0, reason, sent = 0, fails = 0, dropped = {} } = row ?? {};
  const waits = nextAt > now();
  return {
    id: destination.id,
    state: isSending() ? 'sending' : !waits ? 'idle' : reason ? 'paused' : 'waiting',
    queued,
    sent,
    dropped,
    fails,
    ...(waits ? { nextAt, reason } : {}),
  };
}
