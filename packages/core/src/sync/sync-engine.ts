import { createLane, type Lane } from './create-lane.ts';
import type { DeliveryPort } from './delivery-port.ts';
import type { Delivery, DeliveryContext } from './sync-port.ts';

/** Delivers the journey to these destinations, one cursor each. Nothing is read or sent without `analytics`. */
export function deliverTo(ports: readonly DeliveryPort[]): Delivery {
  return (context) => {
    const { journey, consent } = context;
    const lanes = ports.map((port) => createLane(port, context));
    const send = async (probe = false): Promise<void> => {
      await Promise.all(lanes.map((lane) => lane.kick(probe)));
    };
    // After the journey has followed the same change.
    const start = (): void => queueMicrotask(() => void journey.ready().then(() => send()));
    consent.subscribe(start);
    journey.onStored((critical) => {
      for (const lane of lanes) {
        void lane.refresh(true);
        if (critical) void lane.kick();
        else lane.soon();
      }
    });
    const leave = followPage(lanes, send, context);
    start();
    return {
      send,
      lanes: () => lanes,
      async stop() {
        await Promise.all(lanes.map((lane) => lane.stop()));
        leave();
      },
    };
  };
}

/**
 * Hands over what is left when the page goes, and tries again when it or the network comes back.
 * @returns leaves what is held.
 */
function followPage(
  lanes: readonly Lane[],
  send: (probe: boolean) => Promise<void>,
  { journey, consent, signal }: DeliveryContext,
): () => void {
  const on = (type: string, listener: (event: Event) => void): void =>
    addEventListener(type, listener, { signal });
  const exit = (): void => {
    if (consent.allows('analytics')) for (const lane of lanes) lane.exit();
  };
  // Frozen or gone, what it sends comes to no end here.
  const leave = (): void => {
    if (consent.allows('analytics')) for (const lane of lanes) lane.leave();
  };
  on('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send(false);
    // A hidden page usually lives on for a moment: what was written just now goes too.
    else
      void journey
        .flush()
        .then(() => Promise.all(lanes.map((lane) => lane.refresh())))
        .then(exit);
  });
  on('pagehide', () => {
    exit();
    leave();
  });
  document.addEventListener('freeze', leave, { signal });
  on('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) void send(true);
  });
  on('online', () => void send(true));
  return leave;
}
