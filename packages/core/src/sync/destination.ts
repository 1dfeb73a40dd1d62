import { createDelivery } from './create-delivery.ts';
import { type Claim, type Cursor, createCursor } from './cursor.ts';
import type { DeliveryPort } from './delivery-port.ts';
import type { SyncOptions } from './sync-port.ts';

/** One destination, worked off batch by batch. */
export interface Destination {
  readonly id: string;
  /**
   * Sends until nothing is left. Resolves with the ms until the next try is worth it, `null`: nothing is left.
   * `probe`: the first try passes over a wait of our own making.
   */
  send(probe: boolean): Promise<number | null>;
  /** Keeps in memory what an exit hands over. */
  refresh(): Promise<void>;
  /** Hands the log's head to the browser, synchronously, and gives back the lease. */
  exit(signal: AbortSignal): void;
  readonly release: Cursor['release'];
  /** Aborts what is in flight; `send` ends soon after, its lease given back. */
  abort(): void;
  readonly row: Cursor['row'];
}

/** An exit body leaves room beside it: beacons share 64 KiB. */
const EXIT_BYTES = 49_152;
/** Another tab has the lease now. */
const LOST_LEASE_MS = 1000;

/** Builds the sending side of one adapter. */
export function createDestination(port: DeliveryPort, options: SyncOptions): Destination {
  const { journey, now } = options;
  const cursor = createCursor(port.id, options);
  const delivery = createDelivery(port, options);
  const stop = new AbortController();
  let maxEvents = port.limits.maxEvents;
  let head: Claim | null = null;
  let left: string | null = null;

  const sendOne = async (probe: boolean): Promise<number | null> => {
    const epoch = journey.epoch();
    const claim = await cursor.claim({ ...port.limits, maxEvents }, probe);
    if (claim === null || typeof claim === 'number') return claim;
    const outcome = await delivery.send(claim, [epoch, stop.signal]);
    // Withdrawn or erased meanwhile: the cursor went with the log.
    if (epoch.aborted) return null;
    if (stop.signal.aborted) return cursor.release();
    if (outcome.type === 'too-large') maxEvents = Math.max(1, claim.batch.events.length >> 1);
    const row = await cursor.confirm(claim, outcome);
    head = null;
    reportLost(claim, journey);
    return row ? row.nextAt && Math.max(1, row.nextAt - now()) : LOST_LEASE_MS;
  };
  return {
    id: port.id,
    async send(probe) {
      let wait = await sendOne(probe);
      while (wait === 0) wait = await sendOne(false);
      return wait;
    },
    async refresh() {
      head = await cursor.peek({ ...port.limits, maxBytes: Math.min(EXIT_BYTES, port.limits.maxBytes) });
    },
    exit(signal) {
      // Hidden, then gone: one body is enough.
      const to = head && Object.values(head.batch.to).join();
      if (!head || to === left || isHeld(head, now()) || !delivery.exit(head, signal)) return;
      left = to;
      // Nobody there drops repeats, so what the browser took counts as delivered.
      if (port.idempotent === 'none') void cursor.confirm(head, { type: 'accepted' }, true);
    },
    release: cursor.release,
    abort: () => stop.abort(),
    row: cursor.row,
  };
}

/** Nothing to hand over, or the destination told us to wait. */
function isHeld({ batch, row }: Claim, nowMs: number): boolean {
  return batch.events.length === 0 || (row.reason !== undefined && row.nextAt > nowMs);
}

/** Says what this destination can never take; nothing that reached storage goes without a receipt. */
function reportLost({ batch }: Claim, journey: SyncOptions['journey']): void {
  const lost: Record<string, number> = {};
  for (const [, reason] of batch.refused) lost[reason] = (lost[reason] ?? 0) + 1;
  for (const [reason, count] of Object.entries(lost)) journey.track('events_lost', { reason, count });
}
