import type { ServerContext } from './context.ts';

/** Pause between rounds. */
const PAUSE_MS = 3_600_000;

/** What the server does by itself, again and again. */
export interface HourlyJob {
  /** Named in the log line of a round that failed. */
  readonly name: string;
  /** Ends early when `isStopped` says so. */
  readonly work: (isStopped: () => boolean) => Promise<unknown>;
  /** What comes before the first round; where it fails, there is none. */
  readonly ready?: Promise<void>;
}

/** Does a job now and each hour, one round at a time. The returned function ends it, after the step under way. */
export function runHourly(
  context: Pick<ServerContext, 'log' | 'now'>,
  { name, work, ready = Promise.resolve() }: HourlyJob,
): () => Promise<void> {
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let running: Promise<unknown> = ready.catch(() => {
    stopped = true;
  });
  const run = (): void => {
    running = running
      .then(() => (stopped ? undefined : work(isStopped)))
      // The next round tries again.
      .catch((error: unknown) =>
        context.log({ level: 'error', t: context.now(), job: name, error: String(error) }),
      );
  };
  run();
  const timer = setInterval(run, PAUSE_MS);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
