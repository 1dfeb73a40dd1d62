import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { createLane, type Lane } from './create-lane.ts';
import type { SyncEngine, SyncOptions } from './sync-port.ts';

/** Starts delivery to every destination. Nothing is read or sent without `analytics`. */
export function createSyncEngine(options: SyncOptions): SyncEngine {
  const { journey, consent } = options;
  const stops = createDisposer();
  const lanes = options.destinations.map((port) => createLane(port, options));
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
        void lane.refresh();
        if (critical) void lane.kick();
        else lane.soon();
      }
    }),
  );
  followPage(lanes, kick, options, stops);
  start();
  return {
    async flush() {
      await journey.flush();
      await kick();
    },
    idle: () => kick(),
    inspect: async () => (await import('./inspect-lanes.ts')).inspectLanes(lanes, options),
    async stop() {
      stops.stop();
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

/** Hands over what is left when the page goes, and tries again when it or the network comes back. */
function followPage(
  lanes: readonly Lane[],
  kick: (probe: boolean) => Promise<void>,
  { journey, consent }: SyncOptions,
  { on }: Disposer,
): void {
  const exit = (): void => {
    if (consent.allows('analytics')) for (const lane of lanes) lane.exit(journey.epoch());
  };
  on(window, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') void kick(false);
    // A hidden page usually lives on for a moment: what was written just now goes too.
    else
      void journey
        .flush()
        .then(() => Promise.all(lanes.map((lane) => lane.refresh())))
        .then(exit);
  });
  on(window, 'pagehide', () => {
    exit();
    for (const lane of lanes) void lane.release();
  });
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) void kick(true);
  });
  on(window, 'online', () => void kick(true));
}
