import { reporter } from '../errors/reporter.ts';
import type { Delivery, SyncEngine } from './sync-port.ts';

/**
 * Delivers by code that is fetched when the page has something to send and is idle, or when somebody flushes: delivery
 * is not on the way to the first decision. What is stored before it is there, and never met it, goes with the next page.
 * A failed fetch is reported and tried again at the next write.
 * @param after runs its work when nothing more urgent is under way; a critical event does not wait for it. Default: at once.
 */
export function deliverLater(
  load: () => Promise<Delivery>,
  after: (work: () => void) => void = (work) => work(),
): Delivery {
  return (context) => {
    const { journey, consent, problems } = context;
    let engine: Promise<SyncEngine | undefined> | undefined;
    let found: SyncEngine | undefined;
    let isStopped = false;
    const get = (): Promise<SyncEngine | undefined> => {
      if (isStopped || !consent.allows('analytics')) return Promise.resolve(undefined);
      engine ??= load()
        .then((deliver) => {
          if (!isStopped) found = deliver(context);
          return found;
        })
        .catch((cause: unknown) => {
          engine = undefined;
          reporter(problems, 'delivery-unavailable')(cause);
          return undefined;
        });
      return engine;
    };
    let isWaiting = false;
    const stopListening = journey.onStored((critical) => {
      if (engine) return;
      if (critical) whenIdle(get);
      else if (!isWaiting) {
        isWaiting = true;
        after(() => {
          isWaiting = false;
          whenIdle(get);
        });
      }
    });
    return {
      send: async () => (await get())?.send(),
      lanes: () => found?.lanes() ?? [],
      async stop() {
        isStopped = true;
        stopListening();
        await (await engine)?.stop();
      },
    };
  };
}

/** Longest wait for a moment without work (ms). */
const IDLE_MS = 1000;

function whenIdle(work: () => unknown): void {
  // WebKit has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: IDLE_MS });
  else setTimeout(work, IDLE_MS / 4);
}
