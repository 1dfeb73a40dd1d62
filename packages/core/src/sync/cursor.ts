import type { JourneyEvent } from '@regulars/schema';
import { createId } from '../lib/id.ts';
import { backoffMs } from '../rules/backoff-rule.ts';
import { type Batch, cutBatch } from '../rules/batch-rule.ts';
import type { Segment } from '../rules/segment.ts';
import type { Rows } from '../storage/rows.ts';
import type { DeliveryPort, SendOutcome } from './delivery-port.ts';
import type { DestinationRow } from './destination-row.ts';
import type { SyncOptions } from './sync-port.ts';

/** The next cut of the log for one destination. */
export interface Claim {
  readonly row: DestinationRow;
  readonly batch: Batch<JourneyEvent>;
}

/** The stored cursor of one destination, shared by all tabs through its lease. */
export interface Cursor {
  /** What would be sent now, without a lease. */
  peek(limits: DeliveryPort['limits']): Promise<Claim>;
  /** Takes the lease and the next batch; a number: ms to wait, `null`: nothing to send. */
  claim(limits: DeliveryPort['limits'], probe: boolean): Promise<Claim | number | null>;
  /**
   * Moves on by the outcome and gives back the lease; `null`: another tab has taken it over. `unleased`: without
   * asking for it.
   */
  confirm(claim: Claim, outcome: SendOutcome, unleased?: boolean): Promise<DestinationRow | null>;
  /**
   * Gives back the lease without a look: one write that waits for no answer outlives the page. Its failure is the
   * transaction's.
   */
  release(): Promise<null>;
}

/** Twice what an adapter waits for an answer. */
const LEASE_MS = 20_000;
/** A server may order no longer wait (ms). */
const MAX_HOLD_MS = 3_600_000;
const PAUSE_MS = 600_000;
const MAX_ROWS = 64;

/** Builds the cursor of a destination for this tab. */
export function createCursor(id: string, options: SyncOptions): Cursor {
  const { storage, now, random } = options;
  const { run } = storage.base;
  const token = createId(now(), random);
  let held: DestinationRow | undefined;
  return {
    peek: (limits) => run(['log', 'dest'], 'readonly', (rows) => cut(id, rows, limits, options)),
    claim: (limits, probe) =>
      run(['log', 'dest'], 'readwrite', async (rows) => {
        const claim = await cut(id, rows, limits, options);
        const { row, batch } = claim;
        if (batch.events.length + batch.refused.length === 0) {
          // An idle destination is on record too, or its backlog would count as delivered.
          if (row.off === 0) await rows.dest.put(row, id);
          return null;
        }
        const waitMs = waitOf(row, token, now(), probe);
        if (waitMs > 0) return waitMs;
        held = { ...row, token, until: now() + LEASE_MS };
        await rows.dest.put(held, id);
        return claim;
      }),
    async confirm({ batch }, outcome, unleased) {
      // Refused and rejected events are rare: what becomes of them is loaded then.
      const isWhole = batch.refused.length === 0 && outcome.type === 'accepted';
      const aside = isMovedOn(batch, outcome) && !isWhole && (await import('./put-aside.ts'));
      return run(['dest', 'dead'], 'readwrite', async (rows) => {
        held = undefined;
        const row = await rows.dest.get<DestinationRow>(id);
        if (!row || (row.token !== token && !unleased)) return null;
        let next = settle(row, batch, outcome, now(), random());
        if (aside) next = await aside.putAside(id, next, batch, outcome, rows.dead);
        await rows.dest.put(next, id);
        return next;
      });
    },
    async release() {
      if (!held || held.until <= now()) return null;
      const { token: _token, ...row } = held;
      held = undefined;
      await run(['dest'], 'readwrite', async ({ dest }) => {
        dest.put({ ...row, until: 0 }, id).catch(() => undefined);
      });
      return null;
    },
  };
}

/** Reads the cursor and cuts the log behind it. */
async function cut(
  id: string,
  { log, dest }: Record<'log' | 'dest', Rows>,
  limits: DeliveryPort['limits'],
  { now, random }: SyncOptions,
): Promise<Claim> {
  const logId = createId(now(), random);
  const none: DestinationRow = { off: 0, i: 0, logId, until: 0, nextAt: 0, fails: 0, sent: 0, dropped: {} };
  const row = (await dest.get<DestinationRow>(id)) ?? none;
  const segments = await log.entries<Segment>({ from: row.off }, MAX_ROWS);
  const numbered = segments.map(([off, segment]) => [Number(off), segment] as const);
  return { row, batch: cutBatch(numbered, row, now(), limits) };
}

/** Ms to wait for another tab's lease or for the destination. Times too far ahead come from a broken clock: void. */
function waitOf(row: DestinationRow, token: string, nowMs: number, probe: boolean): number {
  const leaseMs = row.token === token ? 0 : row.until - nowMs;
  const holdMs = probe && row.reason === undefined ? 0 : row.nextAt - nowMs;
  return Math.max(0, leaseMs > LEASE_MS ? 0 : leaseMs, holdMs > MAX_HOLD_MS ? 0 : holdMs);
}

/** `false`: the same events are sent again, in a smaller cut where they were too large. */
const isMovedOn = ({ events }: Batch<JourneyEvent>, { type }: SendOutcome): boolean =>
  type === 'accepted' || type === 'partly' || (type === 'too-large' && events.length < 2);

/** Moves the cursor by what became of a batch. The position only grows. Pure. */
function settle(
  row: DestinationRow,
  batch: Batch<JourneyEvent>,
  outcome: SendOutcome,
  nowMs: number,
  chance: number,
): DestinationRow {
  const { token: _token, reason: _reason, ...rest } = row;
  const free = { ...rest, until: 0 };
  const { type } = outcome;
  if (type === 'retry' || type === 'pause') {
    const fails = row.fails + 1;
    const ordered = type === 'pause' ? PAUSE_MS : outcome.afterMs;
    const nextAt = nowMs + Math.min(ordered ?? backoffMs(fails, chance), MAX_HOLD_MS);
    const reason = type === 'pause' ? outcome.reason : 'retry-after';
    return { ...free, fails, nextAt, ...(ordered ? { reason } : {}) };
  }
  if (!isMovedOn(batch, outcome)) return free;
  const { events, to } = batch;
  const isAhead = (to.off - row.off || to.i - row.i) > 0;
  return { ...free, ...(isAhead && to), fails: 0, nextAt: 0, sent: row.sent + events.length };
}
