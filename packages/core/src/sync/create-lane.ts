import type { Destination } from './destination.ts';
import type { SyncOptions } from './sync-port.ts';

/** The rhythm of one destination: when it is tried. */
export interface Lane {
  readonly destination: Destination;
  isSending(): boolean;
  /** Sends now; resolves when nothing is under way. */
  kick(probe?: boolean): Promise<void>;
  /** Sends in a moment, so that a burst is one batch. */
  soon(): void;
  /** Aborts what is in flight; resolves when nothing is. */
  stop(): Promise<void>;
}

const SOON_MS = 2000;

/** Builds the rhythm; only a visible page runs timers. */
export function createLane(destination: Destination, { consent, problems }: SyncOptions): Lane {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (ms: number | null): void => {
    if (ms === null || stopped || timer !== undefined || document.visibilityState !== 'visible') return;
    timer = setTimeout(kick, ms);
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const attempt = async (probe: boolean): Promise<void> => {
    try {
      schedule(await destination.send(probe));
    } catch (cause) {
      problems.report({ code: 'sync-failed', key: destination.id, cause });
    }
    running = null;
    if (again) await kick();
  };
  const kick = (probe?: boolean): Promise<void> => {
    rest();
    again = running !== null;
    if (stopped || !consent.allows('analytics')) again = false;
    else running ??= attempt(probe === true);
    return running ?? Promise.resolve();
  };
  return {
    destination,
    isSending: () => running !== null,
    kick,
    soon: () => schedule(SOON_MS),
    async stop() {
      stopped = true;
      rest();
      destination.abort();
      await running;
    },
  };
}
