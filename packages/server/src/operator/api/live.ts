import { streamSSE } from 'hono/streaming';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';
import { readSession } from '../sign-in.ts';

/** Proxies close silent connections after a minute or so. */
const BEAT_MS = 25_000;

/** `GET /operator/api/live`: server-sent events that name what changed, never its content; they end with the session. */
export function streamChanges(c: AppContext, context: ServerContext): Response {
  // Tells nginx not to collect the stream.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const check = (): Promise<void> =>
      readSession(c, context).then(
        (operator) => (operator ? undefined : end()),
        () => undefined, // The database is away: that closes no session.
      );
    const unsubscribe = context.live.subscribe((topic) => {
      void stream.writeSSE({ event: 'change', data: topic });
      // Somebody may have closed this very account.
      if (topic === 'account') void check();
    }, end);
    const beat = setInterval(() => {
      void stream.writeSSE({ event: 'beat', data: '' });
      void check();
    }, BEAT_MS);
    stream.onAbort(end);
    // What was published between the page and its stream is not repeated: the page compares, and reads itself anew.
    await stream.writeSSE({ event: 'moment', data: context.live.moment() });
    await ended;
    clearInterval(beat);
    unsubscribe();
  });
}
