import type { JourneyEvent, SignalBatch } from '@regulars/schema';
import { type Claim, type Cursor, createCursor } from './cursor.ts';
import type { DeliveryPort, SendOutcome } from './delivery-port.ts';
import type { SyncOptions } from './sync-port.ts';

/** One destination, worked off batch by batch. */
export interface Destination {
  /**
   * Sends until nothing is left. Resolves with the ms until the next try is worth it, `null`: nothing is left.
   * `probe`: the first try passes over a wait of our own making.
   */
  send(probe: boolean): Promise<number | null>;
  /** Keeps in memory what an exit hands over. */
  refresh(): Promise<void>;
  /** Hands the log's head to the browser, synchronously. */
  exit(signal: AbortSignal): void;
  /** Gives back the lease. */
  release(): Promise<null>;
  /** Aborts what is in flight; `send` ends soon after, its lease given back. */
  abort(): void;
}

/** An exit body leaves room beside it: beacons share 64 KiB. */
const EXIT_BYTES = 49_152;
/** Another tab has the lease now. */
const LOST_LEASE_MS = 1000;

/** Builds the sending side of one adapter. */
export function createDestination(port: DeliveryPort, options: SyncOptions): Destination {
  const { journey, now } = options;
  const { limits } = port;
  const cursor = createCursor(port.id, options);
  const stop = new AbortController();
  let { maxEvents } = limits;
  const handing = createHanding(port, cursor, options);

  const sendOne = async (probe: boolean): Promise<number | null> => {
    const epoch = journey.epoch();
    const claim = await cursor.claim({ ...limits, maxEvents }, probe);
    if (claim === null || typeof claim === 'number') return claim;
    const { events, refused } = claim.batch;
    const outcome = await deliver(port, claim, [epoch, stop.signal], options);
    // Withdrawn or erased meanwhile: the cursor went with the log.
    if (epoch.aborted) return null;
    if (stop.signal.aborted) return cursor.release();
    if (outcome.type === 'too-large') maxEvents = Math.max(1, events.length >> 1);
    const row = await cursor.confirm(claim, outcome);
    handing.forget();
    if (refused.length > 0) (await import('./put-aside.ts')).reportLost(refused, journey);
    return row ? row.nextAt && Math.max(1, row.nextAt - now()) : LOST_LEASE_MS;
  };
  return {
    async send(probe) {
      let wait = await sendOne(probe);
      while (wait === 0) wait = await sendOne(false);
      return wait;
    },
    ...handing,
    release: cursor.release,
    abort: () => stop.abort(),
  };
}

/**
 * Sends through the adapter: a contract says that it never throws, and the page must not pay when it does. Resolves as
 * soon as one of the ends aborts, also when the adapter does not listen.
 */
async function deliver(
  port: DeliveryPort,
  claim: Claim,
  ends: readonly AbortSignal[],
  options: SyncOptions,
): Promise<SendOutcome> {
  const { problems } = options;
  if (claim.batch.events.length === 0) return { type: 'accepted' };
  if (ends.some(({ aborted }) => aborted)) return { type: 'retry' };
  // One signal for several ends: `AbortSignal.any` is younger than the browsers we serve.
  const sending = new AbortController();
  const { signal } = sending;
  const aborted = new Promise<SendOutcome>((resolve) => {
    signal.addEventListener('abort', () => resolve({ type: 'retry' }));
  });
  for (const end of ends) end.addEventListener('abort', () => sending.abort(), { signal });
  try {
    const outcome = await Promise.race([port.send(bodyOf(claim, options), { signal }), aborted]);
    if (!signal.aborted && ['retry', 'pause'].includes(outcome.type))
      problems.report({ code: 'delivery-waits', key: port.id });
    return outcome;
  } catch (cause) {
    problems.report({ code: 'adapter-threw', key: port.id, cause });
    return { type: 'retry' };
  } finally {
    sending.abort();
  }
}

/** Keeps the log's head in memory, for an exit that has no time to read it. */
function createHanding(
  port: DeliveryPort,
  cursor: Cursor,
  options: SyncOptions,
): Pick<Destination, 'refresh' | 'exit'> & { forget(): void } {
  const { limits, idempotent } = port;
  let head: Claim | null = null;
  let left: string | undefined;
  return {
    forget() {
      head = null;
    },
    async refresh() {
      head = await cursor.peek({ ...limits, maxBytes: Math.min(EXIT_BYTES, limits.maxBytes) });
    },
    exit(signal) {
      if (!head) return;
      const { row, batch } = head;
      const to = `${batch.to.off} ${batch.to.i}`;
      // Hidden, then gone: one body is enough. Nor does it jump a wait that the destination ordered.
      if (to === left || batch.events.length === 0 || (row.reason && row.nextAt > options.now())) return;
      try {
        if (!port.exit(bodyOf(head, options), { signal })) return;
        left = to;
        // Nobody there drops repeats, so what the browser took counts as delivered.
        if (idempotent === 'none') void cursor.confirm(head, { type: 'accepted' }, true);
      } catch (cause) {
        options.problems.report({ code: 'adapter-threw', key: port.id, cause });
      }
    },
  };
}

/** The body of a batch. The same events give the same batch id on one device, never on two. */
function bodyOf(
  { batch: { events }, row }: Claim,
  { key, storage, journey, now, customerToken }: SyncOptions,
): SignalBatch {
  const tailOf = (event: JourneyEvent | undefined): string | undefined => event?.id.slice(-12);
  const token = customerToken?.();
  return {
    v: 1,
    key,
    // A run of the log is known by its two ends and its length.
    batchId: [row.logId, tailOf(events[0]), tailOf(events.at(-1)), events.length].join('-'),
    sentAt: now(),
    store: storage.mode(),
    anonymousId: journey.anonymousId(),
    ...(token && { customerToken: token }),
    events: events.map((event) => ({ ...event, consent: [...event.consent] })),
  };
}
