import type { SignalBatch } from '@regulars/schema';
import { backoffMs } from '../rules/backoff-rule.ts';
import { type Batch, cutBatch } from '../rules/batch-rule.ts';
import type { Segment } from '../rules/segment.ts';
import type { Rows } from '../storage/rows.ts';
import type { DeliveryPort, Granting, SendOutcome } from './delivery-port.ts';
import type { DestinationRow } from './destination-row.ts';
import { createLease, LEASE_MS } from './lease.ts';
import type { DeliveryContext } from './sync-port.ts';

/** An event as the log holds it and a batch carries it. */
export type Signal = SignalBatch['events'][number];

/** The next cut of the log for one destination. */
export interface Claim {
  readonly row: DestinationRow;
  readonly batch: Batch<Signal>;
}

/** The stored cursor of one destination, shared by all tabs through its lease. */
export interface Cursor {
  /** What would be sent now, without a lease. */
  peek(limits: DeliveryPort['limits']): Promise<Claim>;
  /** Takes the lease and the next batch; a number: ms to wait, `null`: nothing to send. */
  claim(limits: DeliveryPort['limits'], probe: boolean): Promise<Claim | number | null>;
  /**
   * Moves on by the outcome and gives back the lease; `null`: it has been taken over. `unleased`: without asking for
   * it.
   */
  confirm(claim: Claim, outcome: SendOutcome, unleased?: boolean): Promise<DestinationRow | null>;
  /** Leaves word that the lease is free, synchronously: for a page that goes with a send under way. */
  leave(): void;
}

/** Another tab sends: it is done within a moment, or leaves word that it went. */
const LOOK_MS = 1000;
/** A server may order no longer wait (ms). */
const MAX_HOLD_MS = 3_600_000;
const PAUSE_MS = 600_000;
/** Rows read for a batch: two fill it in a burst, and each costs its reading. */
const MAX_ROWS = 24;

/** Builds the cursor of a destination for this tab. */
export function createCursor(id: string, context: DeliveryContext): Cursor {
  const { now, random } = context;
  const { run } = context.storage.base;
  const lease = createLease(id, context);
  return {
    leave: lease.leave,
    peek: (limits) => run(['log', 'dest'], 'readonly', (rows) => cut(id, rows, limits, context)),
    claim(limits, probe) {
      const token = lease.token();
      return run(['log', 'dest'], 'readwrite', async (rows) => {
        const claim = await cut(id, rows, limits, context);
        const { row, batch } = claim;
        if (!batch.events[0] && !batch.refused[0]) {
          // An idle destination is on record too, or its backlog would count as delivered.
          if (!row.off) await rows.dest.put(row, id);
          return null;
        }
        const waitMs = waitOf(row, lease.isForeign(row, token), now(), probe);
        if (waitMs > 0) return waitMs;
        // A line that was just back may need another try soon: the waits begin anew.
        const taken = lease.take(probe ? { ...row, fails: 0 } : row, token);
        if (!taken) return LOOK_MS;
        await rows.dest.put(taken, id);
        return claim;
      });
    },
    async confirm({ batch }, outcome, unleased) {
      // Refused and rejected events are rare: what becomes of them is loaded then.
      const aside = isMixed(batch, outcome) && (await import('./put-aside.ts'));
      const token = lease.token();
      const moved = await run(aside ? aside.stores : ['dest'], 'readwrite', async (rows) => {
        const row = await rows.dest.get<DestinationRow>(id);
        if (!row || (row.token !== token && !unleased)) return null;
        let next = settle(row, batch, outcome, now(), random());
        if (aside) next = await aside.putAside(id, next, batch, outcome, rows, context.journey);
        await rows.dest.put(next, id);
        return next;
      });
      if (!unleased) lease.release(token);
      return moved;
    },
  };
}

/** Reads the cursor and cuts the log behind it. */
async function cut(
  id: string,
  { log, dest }: Record<'log' | 'dest', Rows>,
  limits: DeliveryPort['limits'],
  { now, newId }: DeliveryContext,
): Promise<Claim> {
  const row = (await dest.get<DestinationRow>(id)) ?? {
    off: 0,
    i: 0,
    logId: newId(),
    nextAt: 0,
    fails: 0,
    sent: 0,
  };
  const segments = await log.entries<Segment, number>({ from: row.off }, MAX_ROWS);
  return { row, batch: cutBatch(segments, row, now(), limits) };
}

/** Ms to wait for another tab's lease or for the destination. Times too far ahead come from a broken clock: void. */
function waitOf(row: DestinationRow, isLeased: boolean, nowMs: number, probe: boolean): number {
  const leaseMs = (row.until ?? 0) - nowMs;
  const holdMs = row.nextAt - nowMs;
  return Math.max(
    isLeased && leaseMs <= LEASE_MS ? Math.min(leaseMs, LOOK_MS) : 0,
    (!probe || row.reason) && holdMs <= MAX_HOLD_MS ? holdMs : 0,
  );
}

/** `false`: the same events are sent again, in a smaller cut where they were too large. */
const isMovedOn = ({ events }: Batch<Signal>, { type }: SendOutcome): boolean =>
  type === 'accepted' || type === 'partly' || (type === 'too-large' && events.length < 2);

/** Some events of a batch that is done were not taken. */
const isMixed = (batch: Batch<Signal>, outcome: SendOutcome): boolean =>
  isMovedOn(batch, outcome) && (batch.refused[0] !== undefined || outcome.type !== 'accepted');

/** Moves the cursor by what became of a batch. The position only grows. Pure. */
function settle(
  row: DestinationRow,
  batch: Batch<Signal>,
  outcome: SendOutcome,
  nowMs: number,
  chance: number,
): DestinationRow {
  const free = { ...row, token: undefined, reason: undefined };
  const fails = row.fails + 1;
  if (outcome.type === 'pause') return { ...free, fails, nextAt: nowMs + PAUSE_MS, reason: outcome.reason };
  if (outcome.type === 'retry') {
    const { afterMs } = outcome;
    const nextAt = nowMs + Math.min(afterMs ?? backoffMs(fails, chance), MAX_HOLD_MS);
    return { ...free, fails, nextAt, reason: afterMs ? 'retry-after' : undefined };
  }
  if (!isMovedOn(batch, outcome)) return free;
  const { events, to } = batch;
  const isAhead = (to.off - row.off || to.i - row.i) > 0;
  return {
    ...free,
    ...(isAhead && to),
    fails: 0,
    nextAt: 0,
    sent: row.sent + events.length,
    visitorToken: (outcome as Granting).visitorToken ?? row.visitorToken,
  };
}
