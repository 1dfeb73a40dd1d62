import type { Disposer } from '../lib/disposer.ts';
import type { Lane } from './create-lane.ts';
import type { SyncOptions } from './sync-port.ts';

/** Hands over what is left when the page goes, and tries again when it or the network comes back. */
export function followExit(lanes: readonly Lane[], { journey, consent }: SyncOptions, stops: Disposer): void {
  const exit = (): void => {
    if (!consent.allows('analytics')) return;
    for (const { destination } of lanes) destination.exit(journey.epoch());
  };
  const kick = (probe: boolean): void => {
    for (const lane of lanes) void lane.kick(probe);
  };
  stops.on(window, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') return kick(false);
    // A hidden page usually lives on for a moment: what was written just now goes too.
    void journey
      .flush()
      .then(() => Promise.all(lanes.map(({ destination }) => destination.refresh())))
      .then(exit);
  });
  stops.on(window, 'pagehide', () => {
    exit();
    for (const { destination } of lanes) void destination.release();
  });
  stops.on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) kick(true);
  });
  stops.on(window, 'online', () => kick(true));
}
