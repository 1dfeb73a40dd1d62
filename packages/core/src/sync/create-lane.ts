import type { DeliveryPort } from './delivery-port.ts';
import { createDestination, type Destination } from './destination.ts';
import type { DeliveryContext, SendingLane } from './sync-port.ts';

/** A destination with its rhythm: when it is tried. */
export interface Lane extends SendingLane, Pick<Destination, 'refresh' | 'exit' | 'leave'> {
  /** Sends now; resolves when nothing is under way. */
  kick(probe?: boolean): Promise<void>;
  /** Sends in a moment, so that a burst is one batch. */
  soon(): void;
  /** Once the signal has ended what is in flight: resolves when nothing is. */
  stop(): Promise<void>;
}

const SOON_MS = 2000;

/** Builds the lane of an adapter; only a visible page runs timers. */
export function createLane(port: DeliveryPort, context: DeliveryContext): Lane {
  const { consent, problems, signal } = context;
  const { work, ...handing } = createDestination(port, context);
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isProbe = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (ms: number | null): void => {
    if (ms !== null && !signal.aborted && document.visibilityState === 'visible')
      timer ??= setTimeout(kick, ms);
  };
  const run = async (): Promise<void> => {
    // Never done before it is known to run.
    await null;
    while (isWanted && !signal.aborted && consent.allows('analytics')) {
      const probe = isProbe;
      isWanted = isProbe = false;
      clearTimeout(timer);
      timer = undefined;
      try {
        schedule(await work(probe));
      } catch (cause) {
        problems.report({ code: 'sync-failed', key: port.id, cause });
      }
    }
    running = undefined;
  };
  const kick = (probe = false): Promise<void> => {
    isWanted = true;
    isProbe ||= probe;
    running ??= run();
    return running;
  };
  return {
    ...handing,
    port,
    isSending: () => running !== undefined,
    kick,
    soon: () => schedule(SOON_MS),
    async stop() {
      clearTimeout(timer);
      await running;
    },
  };
}
