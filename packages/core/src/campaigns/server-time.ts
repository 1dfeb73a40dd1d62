import type { PortKey } from '../lib/port-registry.ts';

/** Epoch ms by the server's clock on the page's monotone clock; `undefined`: the server has not told its time. */
export type ServerTime = () => number | undefined;

/** Provided by the campaigns: the control file, which is read on each page view, tells the time. */
export const serverTimePort: PortKey<ServerTime> = 'server-time';

/** What `performance.now()` lacks to the server's time, from an answer; half of the way there and back is the way back. */
export function clockLag(control: unknown, askedMs: number, heardMs: number): number | undefined {
  const { now } = Object(control);
  return typeof now === 'number' && Number.isFinite(now) ? now - (askedMs + heardMs) / 2 : undefined;
}
