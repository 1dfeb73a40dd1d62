import type { SignalBatch } from '@regulars/schema';
import { type Claim, type Cursor, createCursor } from './cursor.ts';
import type { DeliveryPort, SendOutcome } from './delivery-port.ts';
import type { DeliveryContext } from './sync-port.ts';

/** One destination, worked off batch by batch. */
export interface Destination {
  /**
   * Sends until nothing is left. Resolves with the ms until the next try is worth it, `null`: nothing is left.
   * `probe`: the first try passes over a wait of our own making.
   */
  work(probe: boolean): Promise<number | null>;
  /** Keeps in memory what an exit hands over; `grown`: the log did nothing but grow, a full body stays as it is. */
  refresh(grown?: boolean): Promise<void>;
  /** Hands the log's head to the browser, synchronously. */
  exit(): void;
  /** Leaves word that the lease is free, synchronously. */
  leave(): void;
}

/** An exit body leaves room beside it: beacons share 64 KiB. An adapter that takes less refuses it. */
const EXIT_BYTES = 49_152;
/** Another tab has taken the lease over. */
const LOST_LEASE_MS = 1000;

/** Builds the sending side of one adapter. */
export function createDestination(port: DeliveryPort, context: DeliveryContext): Destination {
  const { journey, now, credentials, signal } = context;
  const { limits } = port;
  const cursor = createCursor(port.id, context);
  let room = limits;
  let head: Claim | null = null;
  let handed = '';

  const sendOne = async (probe: boolean): Promise<number | null> => {
    const epoch = journey.epoch();
    const claim = await cursor.claim(room, probe);
    if (!claim || typeof claim === 'number') return claim;
    const body = bodyOf(claim, context);
    const outcome = await deliver(port, body, [epoch, signal], context);
    // Withdrawn or erased meanwhile: the cursor went with the log. Stopped: word is left of the lease.
    if (!outcome) return null;
    room =
      outcome.type === 'too-large' ? { ...limits, maxEvents: claim.batch.events.length >> 1 || 1 } : limits;
    const row = await cursor.confirm(claim, Object.assign({ visitorToken: body.visitorToken }, outcome));
    head = null;
    if (!row) return LOST_LEASE_MS;
    if (row.visitorToken) credentials.visitor = { id: journey.anonymousId(), token: row.visitorToken };
    return row.nextAt && Math.max(1, row.nextAt - now());
  };
  return {
    async work(probe) {
      let wait = await sendOne(probe);
      while (wait === 0) wait = await sendOne(false);
      return wait;
    },
    async refresh(grown) {
      if (!grown || head?.batch.events.length !== limits.maxEvents)
        head = await cursor.peek({ ...limits, maxBytes: EXIT_BYTES });
    },
    exit() {
      const to = String(head && Object.values(head.batch.to));
      // Hidden, then gone: one body is enough.
      if (head && to !== handed && handOver(port, head, cursor, context)) handed = to;
    },
    leave: cursor.leave,
  };
}

/**
 * Sends through the adapter: a contract says that it never throws, and the page must not pay when it does. Resolves as
 * soon as one of the ends aborts, also when the adapter does not listen.
 */
async function deliver(
  port: DeliveryPort,
  body: SignalBatch,
  ends: readonly AbortSignal[],
  context: DeliveryContext,
): Promise<SendOutcome | null> {
  const { problems, consent } = context;
  if (ends.some(({ aborted }) => aborted)) return null;
  if (!body.events[0]) return { type: 'accepted' };
  // One signal for several ends: `AbortSignal.any` is younger than the browsers we serve.
  const sending = new AbortController();
  const { signal } = sending;
  const abort = (): void => sending.abort();
  for (const end of ends) end.addEventListener('abort', abort, { signal });
  try {
    const outcome = await Promise.race([
      port.send(body, { signal, consent }),
      new Promise<null>((resolve) => {
        signal.addEventListener('abort', () => resolve(null));
      }),
    ]);
    if (outcome?.type === 'retry' || outcome?.type === 'pause')
      problems.report({ code: 'delivery-waits', key: port.id });
    return outcome;
  } catch (cause) {
    problems.report({ code: 'adapter-threw', key: port.id, cause });
    return { type: 'retry' };
  } finally {
    abort();
  }
}

/** Gives the browser the head of the log; `true`: it took it. Does not jump a wait that the destination ordered. */
function handOver(port: DeliveryPort, head: Claim, cursor: Cursor, context: DeliveryContext): boolean {
  const { journey, consent, problems, now } = context;
  const { row } = head;
  if (!head.batch.events[0] || (row.reason && row.nextAt > now())) return false;
  try {
    const isTaken = port.exit(bodyOf(head, context), {
      signal: journey.epoch(),
      consent,
    });
    // Nobody there drops repeats, so what the browser took counts as delivered.
    if (isTaken && port.idempotent === 'none') void cursor.confirm(head, { type: 'accepted' }, true);
    return isTaken;
  } catch (cause) {
    problems.report({ code: 'adapter-threw', key: port.id, cause });
    return false;
  }
}

/** The body of a batch. The same events give the same batch id on one device, never on two. */
function bodyOf(
  { batch: { events, to }, row }: Claim,
  { key, storage, journey, now, credentials }: DeliveryContext,
): SignalBatch {
  const anonymousId = journey.anonymousId();
  const { customer, visitor } = credentials;
  const visitorToken = visitor?.id === anonymousId ? visitor.token : row.visitorToken;
  return {
    v: 1,
    key,
    // A run of the log is known by its end and its length.
    batchId: [to.off, to.i, events.length] + row.logId,
    sentAt: now(),
    store: storage.mode(),
    anonymousId,
    ...(customer && { customerToken: customer }),
    ...(visitorToken && { visitorToken }),
    events,
  };
}
