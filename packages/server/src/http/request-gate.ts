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
  let empty: (() => void) | undefined;
  const running = new Set<symbol>();
  return {
    async run(answer) {
      if (stopped) return closed(context.now());
      const mark = Symbol('request');
      running.add(mark);
      try {
        return await answer();
      } finally {
        running.delete(mark);
        if (running.size === 0) empty?.();
      }
    },
    async stop() {
      stopped = true;
      if (running.size > 0) {
        await new Promise<void>((resolve) => {
          empty = resolve;
        });
      }
    },
  };
}

function closed(now: number): Response {
  return Response.json(
    { ok: false, reason: 'unavailable', retryAfterMs: 5000, now },
    { status: 503, headers: { 'retry-after': '5' } },
  );
}
