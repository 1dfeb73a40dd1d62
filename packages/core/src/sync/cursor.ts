import type { JourneyEvent } from '@regulars/schema';
import { createId } from '../lib/id.ts';
import { type Batch, type BatchLimits, cutBatch } from '../rules/batch-rule.ts';
import type { Segment } from '../rules/segment.ts';
import type { Rows } from '../storage/rows.ts';
import type { SendOutcome } from './delivery-port.ts';
import { type DestinationRow, MAX_HOLD_MS, settle } from './settle.ts';
import type { SyncOptions } from './sync-port.ts';

/** The next cut of the log for one destination. */
export interface Claim {
  readonly row: DestinationRow;
  readonly batch: Batch<JourneyEvent>;
}

/** The stored cursor of one destination, shared by all tabs through its lease. */
export interface Cursor {
  /** What would be sent now, without a lease. */
  peek(limits: BatchLimits): Promise<Claim>;
  /** Takes the lease and the next batch; a number: ms to wait, `null`: nothing to send. */
  claim(limits: BatchLimits, probe: boolean): Promise<Claim | number | null>;
  /**
   * Moves on by the outcome and gives back the lease; `null`: another tab has taken it over. `unleased`: without
   * asking for it.
   */
  confirm(claim: Claim, outcome: SendOutcome, unleased?: boolean): Promise<DestinationRow | null>;
  /** Where it stands, and how many events wait behind it. */
  row(): Promise<{ readonly row: DestinationRow | undefined; readonly queued: number }>;
  /**
   * Gives back the lease without a look: one write that waits for no answer outlives the page. Its failure is the
   * transaction's.
   */
  release(): Promise<null>;
}

/** Twice what an adapter waits for an answer. */
const LEASE_MS = 20_000;
const MAX_ROWS = 64;
const MAX_DEAD = 100;

/** Builds the cursor of a destination for this tab. */
export function createCursor(id: string, { storage, now, random }: SyncOptions): Cursor {
  const { run } = storage.base;
  const token = createId(now(), random);
  let held: DestinationRow | null = null;
  const cut = async ({ log, dest }: Record<'log' | 'dest', Rows>, limits: BatchLimits): Promise<Claim> => {
    const row = (await dest.get<DestinationRow>(id)) ?? newRow(createId(now(), random));
    const segments = await log.entries<Segment>({ from: row.off }, MAX_ROWS);
    const numbered = segments.map(([off, segment]) => [Number(off), segment] as const);
    return { row, batch: cutBatch(numbered, row, now(), limits) };
  };
  return {
    peek: (limits) => run(['log', 'dest'], 'readonly', (rows) => cut(rows, limits)),
    claim: (limits, probe) =>
      run(['log', 'dest'], 'readwrite', async (rows) => {
        const { row, batch } = await cut(rows, limits);
        if (batch.events.length + batch.refused.length === 0) {
          // An idle destination is on record too, or its backlog would count as delivered.
          if (row.off === 0) await rows.dest.put(row, id);
          return null;
        }
        const waitMs = waitOf(row, token, now(), probe);
        if (waitMs > 0) return waitMs;
        held = { ...row, token, until: now() + LEASE_MS };
        await rows.dest.put(held, id);
        return { row: held, batch };
      }),
    confirm: ({ batch }, outcome, unleased) =>
      run(['dest', 'dead'], 'readwrite', async ({ dest, dead }) => {
        held = null;
        const row = await dest.get<DestinationRow>(id);
        if (!row || (row.token !== token && !unleased)) return null;
        const settled = settle(row, batch, outcome, now(), random());
        await dest.put(settled.row, id);
        for (const [event, reason] of settled.dead) await dead.put({ event, reason }, `${id} ${event.id}`);
        if (settled.dead.length > 0) await keepLatest(dead);
        return settled.row;
      }),
    row: () => run(['log', 'dest'], 'readonly', (rows) => readQueue(id, rows)),
    async release() {
      const { token: _token, ...row } = held ?? { until: 0 };
      if (!('off' in row) || row.until <= now()) return null;
      held = null;
      await run(['dest'], 'readwrite', async ({ dest }) => {
        dest.put({ ...row, until: 0 }, id).catch(() => undefined);
      });
      return null;
    },
  };
}

async function readQueue(id: string, { log, dest }: Record<'log' | 'dest', Rows>): ReturnType<Cursor['row']> {
  const row = await dest.get<DestinationRow>(id);
  const rows = await log.entries<Segment>({ from: row?.off ?? 0 });
  return { row, queued: rows.reduce((sum, [off, { n }]) => sum + n - (off === row?.off ? row.i : 0), 0) };
}

function newRow(logId: string): DestinationRow {
  return { off: 0, i: 0, logId, until: 0, nextAt: 0, fails: 0, sent: 0, dropped: {} };
}

/** Ms to wait for another tab's lease or for the destination. Times too far ahead come from a broken clock: void. */
function waitOf(row: DestinationRow, token: string, nowMs: number, probe: boolean): number {
  const leaseMs = row.token === token ? 0 : row.until - nowMs;
  const ownWait = probe && row.reason === undefined;
  const holdMs = ownWait ? 0 : row.nextAt - nowMs;
  return Math.max(0, leaseMs > LEASE_MS ? 0 : leaseMs, holdMs > MAX_HOLD_MS ? 0 : holdMs);
}

async function keepLatest(dead: Rows): Promise<void> {
  const all = await dead.entries();
  const last = all[all.length - 1 - MAX_DEAD]?.[0];
  if (last !== undefined) await dead.delete({ to: last });
}
