// The control file: fetched for a shop that names one.
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import type { PassLoop } from './pass-loop.ts';
import { clockLag, serverTimePort } from './server-time.ts';

/** What a shop holds back at once, without a new document. */
export interface ControlFile {
  /** Why a campaign is held back now; `null`: it is not. */
  paused(campaignId: string): string | null;
  /** Reads the file; after 2 s without an answer what we hold decides. */
  check(): Promise<void>;
}

const patienceMs = 2000;
const everyMs = 60_000;

/** Reads the control file when asked, on focus and each minute while the page is visible; tells the server's time. */
export function createControlFile(
  { ports, problems, resources, signal }: PartContext,
  key: string,
  disposer: Disposer,
  { again, busy }: PassLoop,
): ControlFile {
  let said: { readonly pausedAll?: unknown; readonly paused?: unknown } = {};
  let lagMs: number | undefined;
  const check = async (): Promise<void> => {
    if (signal.aborted) return;
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
  const look = (): void => busy(check().then(again));
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), everyMs);
  disposer.add(() => clearInterval(timer));
  disposer.on(window, 'focus', look);
  disposer.add(ports.provide(serverTimePort, () => lagMs && lagMs + performance.now()));
  return {
    check,
    paused: (id) =>
      said.pausedAll === true
        ? 'paused-all'
        : Array.isArray(said.paused) && said.paused.includes(id)
          ? 'paused'
          : null,
  };
}
