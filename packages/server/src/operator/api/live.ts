import { streamSSE } from 'hono/streaming';
import type { ServerContext } from '../../context.ts';
import type { AppContext } from '../../http/environment.ts';

/** Proxies close silent connections after a minute or so. */
const BEAT_MS = 25_000;

/** `GET /operator/api/live`: server-sent events that name what changed, never its content. */
export function streamChanges(c: AppContext, context: ServerContext): Response {
  // Tells nginx not to collect the stream.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const unsubscribe = context.live.subscribe(
      (topic) => void stream.writeSSE({ event: 'change', data: topic }),
      end,
    );
    const beat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), BEAT_MS);
    stream.onAbort(end);
    await stream.writeSSE({ event: 'beat', data: '' });
    await ended;
    clearInterval(beat);
    unsubscribe();
  });
}
