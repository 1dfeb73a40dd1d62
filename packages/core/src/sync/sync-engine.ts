import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { createLane, type Lane } from './create-lane.ts';
import type { DeliveryPort } from './delivery-port.ts';
import type { Delivery, DeliveryContext } from './sync-port.ts';

/** Delivers the journey to these destinations, one cursor each. Nothing is read or sent without `analytics`. */
export function deliverTo(ports: readonly DeliveryPort[]): Delivery {
  return (context) => {
    const { journey, consent } = context;
    const stops = createDisposer();
    const lanes = ports.map((port) => createLane(port, context));
    const send = async (probe = false): Promise<void> => {
      await Promise.all(lanes.map((lane) => lane.kick(probe)));
    };
    // After the journey has followed the same change.
    const start = (): void => queueMicrotask(() => void journey.ready().then(() => send()));
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
    followPage(lanes, send, context, stops);
    start();
    return {
      send,
      inspect: async () => (await import('./inspect-lanes.ts')).inspectLanes(lanes, context),
      async stop() {
        stops.stop();
        await Promise.all(lanes.map((lane) => lane.stop()));
      },
    };
  };
}

/** Hands over what is left when the page goes, and tries again when it or the network comes back. */
function followPage(
  lanes: readonly Lane[],
  send: (probe: boolean) => Promise<void>,
  { journey, consent }: DeliveryContext,
  { on }: Disposer,
): void {
  const exit = (): void => {
    if (consent.allows('analytics')) for (const lane of lanes) lane.exit();
  };
  // Frozen or gone, what it sends comes to no end here.
  const leave = (): void => {
    if (consent.allows('analytics')) for (const lane of lanes) lane.leave();
  };
  on(window, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') void send(false);
    // A hidden page usually lives on for a moment: what was written just now goes too.
    else
      void journey
        .flush()
        .then(() => Promise.all(lanes.map((lane) => lane.refresh())))
        .then(exit);
  });
  on(window, 'pagehide', () => {
    exit();
    leave();
  });
  on(document, 'freeze', leave);
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) void send(true);
  });
  on(window, 'online', () => void send(true));
}
