/** The page of the chaos shop: core and HTTP adapter, and a log of what was tracked that the SDK knows nothing of. */
import { httpAdapter } from '@regulars/adapters/http';
import { createCore, deliverTo, inspector, tellDeletions } from '@regulars/core';

/** What a scenario may do in the page. */
export interface ChaosPage {
  /** Added to the clock of the SDK, ms. */
  shiftMs: number;
  /** Tracks events in this task; each is labelled with the tab, its number there and its time. */
  track(count: number, padding?: number): void;
  /** Tracks `count` events every `everyMs` until the page ends. */
  keepTracking(count: number, everyMs: number): void;
  /**
   * Tracks `count` events a task, `tasks` tasks right after each other; meanwhile it asks for one `flush()` after the
   * other, and tells `flushed` how many events were tracked before each, once it has resolved.
   */
  burst(count: number, tasks: number): void;
  /** Labels of all tracked events, oldest first. */
  labels(): readonly string[];
  flush(): Promise<void>;
  /** Events the destination has not confirmed, and how many were given up there. */
  state(): Promise<{
    readonly queued: number;
    readonly dropped: number;
    readonly problems: readonly string[];
    /** Writes that a full disk refused. */
    readonly full: number;
    /** Memory stands in for the database. */
    readonly inMemory: boolean;
  }>;
}

const tab = crypto.randomUUID().slice(0, 8);
const labels: string[] = [];
const problems: string[] = [];
/** What the driver hears at once: it must not be lost with the page. */
const driver = globalThis as {
  told?: (labels: readonly string[]) => void;
  flushed?: (count: number) => void;
};
const trackAndTell = (count: number): void => {
  const from = labels.length;
  chaos.track(count);
  driver.told?.(labels.slice(from));
};
const chaos: ChaosPage = {
  shiftMs: Number(new URLSearchParams(location.search).get('shift')),
  track(count, padding = 0) {
    for (let i = 0; i < count; i++) {
      const label = `${tab} ${labels.length} ${Date.now()}`;
      labels.push(label);
      core.track('custom_recorded', { label, values: { padding: 'x'.repeat(padding) } });
    }
  },
  keepTracking(count, everyMs) {
    setInterval(trackAndTell, everyMs, count);
    trackAndTell(count);
  },
  burst(count, tasks) {
    let left = tasks;
    const next = (): void => {
      trackAndTell(count);
      if (--left > 0) setTimeout(next);
    };
    next();
    const cover = async (): Promise<void> => {
      const covered = labels.length;
      await core.flush();
      driver.flushed?.(covered);
      if (covered < count * tasks) await cover();
    };
    void cover();
  },
  labels: () => labels,
  flush: () => core.flush(),
  async state() {
    inspect();
    await core.idle();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { delivery, mode } = inspect();
    const [one] = delivery as { queued: number; dropped: Record<string, number> }[];
    const dropped = Object.values(one?.dropped ?? {}).reduce((sum, count) => sum + count, 0);
    return { queued: one?.queued ?? 0, dropped, problems, full, inMemory: mode === 'memory' };
  },
};
let full = 0;
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...how) {
  const tx = transaction.apply(this, how);
  tx.addEventListener('abort', () => {
    if (tx.error?.name === 'QuotaExceededError') full += 1;
  });
  return tx;
};
const core = createCore({
  namespace: 'regulars/chaos',
  key: 'chaos',
  clock: () => Date.now() + chaos.shiftMs,
  delivery: tellDeletions(
    deliverTo([httpAdapter({ endpoint: `${location.origin}/regulars`, key: 'chaos', timeoutMs: 2000 })]),
  ),
  onProblem: ({ code }) => problems.push(code),
});
const inspect = inspector(core);
core.setConsent(['functional', 'analytics']);
Object.assign(globalThis, { chaos });
