import type { ServerContext } from '../context.ts';

/** Counts requests under way, so that stopping can wait for them. */
export interface RequestGate {
  /** Runs a request, or answers 503 once stopped. */
  run(answer: () => Promise<Response>): Promise<Response>;
  /** Lets nobody in any more; resolves when the last one is answered. */
  stop(): Promise<void>;
}

/** A gate for one handler. */
export function createRequestGate(context: ServerContext): RequestGate {
  let stopped = false;
  let count = 0;
  let leave = (): void => undefined;
  const empty = new Promise<void>((resolve) => {
    leave = resolve;
  });
  return {
    async run(answer) {
      if (stopped) return closed(context.now());
      count += 1;
      try {
        return await answer();
      } finally {
        count -= 1;
        if (stopped && count === 0) leave();
      }
    },
    async stop() {
      stopped = true;
      if (count > 0) await empty;
    },
  };
}

function closed(now: number): Response {
  return Response.json(
    { ok: false, reason: 'unavailable', retryAfterMs: 5000, now },
    { status: 503, headers: { 'retry-after': '5' } },
  );
}
