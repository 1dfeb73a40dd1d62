import type { ServerContext } from '../context.ts';
import { deliverDue } from './deliver.ts';

/** Looks for what another process wrote, or what waits for its next try. */
const LOOK_MS = 2000;
/** A message is written inside a transaction: this long after it the transaction is usually done. */
const WAKE_MS = 30;

/** The sender of a handler. */
export interface Outbox {
  /** Ends it, cutting off the sends under way. */
  stop(): Promise<void>;
}

/** Starts sending, where an endpoint is configured. */
export function startOutbox(context: ServerContext): Outbox {
  if (context.webhooks.length === 0) return { stop: async () => undefined };
  const end = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let wake: NodeJS.Timeout | undefined;
  const run = (): void => {
    running = running
      .then(() => deliverDue(context, end.signal))
      .then(
        () => undefined,
        // The database is away: the next look tries again.
        (error: unknown) =>
          context.log({ level: 'error', t: context.now(), job: 'outbox', error: String(error) }),
      );
  };
  context.onOutboxWake(() => {
    clearTimeout(wake);
    if (end.signal.aborted) return;
    wake = setTimeout(run, WAKE_MS);
    wake.unref();
  });
  run();
  const timer = setInterval(run, LOOK_MS);
  timer.unref();
  return {
    async stop() {
      end.abort();
      clearInterval(timer);
      clearTimeout(wake);
      await running;
    },
  };
}
