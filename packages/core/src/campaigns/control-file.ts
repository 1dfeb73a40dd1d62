// The control file: fetched for a shop that names one.
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import type { PassLoop } from './pass-loop.ts';
import { clockLag, serverTimePort } from './server-time.ts';

/** What a shop holds back at once, without a new document. */
export interface ControlFile {
  /** Why a campaign is held back now; `null`: it is not. */
  paused(campaignId: string): string | null;
  /** Reads the file, unless that was done within the last minute; after 2 s without an answer what we hold decides. */
  check(): Promise<void>;
}

const patienceMs = 2000;
const everyMs = 60_000;

/** Reads the control file when asked, on focus and each minute while the page is visible; tells the server's time. */
export function createControlFile(
  { now, ports, problems, resources, signal }: PartContext,
  key: string,
  disposer: Disposer,
  { again, busy }: PassLoop,
): ControlFile {
  let said: { readonly pausedAll?: unknown; readonly paused?: unknown } = {};
  let lagMs: number | undefined;
  let askedMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    try {
      const asked = performance.now();
      const patience = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
      const answer = await Promise.race([resources?.load(key, { signal }), patience]);
      if (signal.aborted || answer?.type === 'unchanged') return;
      if (answer?.type !== 'fresh') throw new TypeError(answer?.reason ?? 'timeout');
      said = Object(JSON.parse(answer.body));
      lagMs = clockLag(said, asked, performance.now()) ?? lagMs;
    } catch (cause) {
      problems.report({ code: 'control-unanswered', message: String(cause), key });
    }
  };
  const ask = (): Promise<void> => {
    askedMs = now();
    asking ??= read().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const look = (): void => busy(ask().then(again));
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), everyMs);
  disposer.add(() => clearInterval(timer));
  disposer.on(window, 'focus', look);
  disposer.add(ports.provide(serverTimePort, () => lagMs && lagMs + performance.now()));
  return {
    // A page that was hidden or slept asks before it decides; a clock that was set back says nothing of the time.
    check: async () =>
      signal.aborted || (!asking && Math.abs(now() - askedMs) < everyMs) ? undefined : ask(),
    paused: (id) =>
      said.pausedAll === true
        ? 'paused-all'
        : Array.isArray(said.paused) && said.paused.includes(id)
          ? 'paused'
          : null,
  };
}
