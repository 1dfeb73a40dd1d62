import { cutBatch } from '../rules/batch-rule.ts';
import type { Segment } from '../rules/segment.ts';
import type { Rows } from '../storage/rows.ts';
import type { DestinationRow } from './destination-row.ts';
import { followTrail } from './event-trail.ts';
import type { DeliveryContext, DestinationState, EventWay, SendingLane } from './sync-port.ts';

type Looking = Pick<DeliveryContext, 'consent' | 'now'> & {
  readonly storage: Pick<DeliveryContext['storage'], 'base'>;
  readonly journey: Pick<DeliveryContext['journey'], 'waiting'>;
};

/** Segments at the end of the log that are told of event by event: those of the last pages. */
const TOLD_SEGMENTS = 200;

/** What the debug panel shows of each destination. */
export function inspectLanes(
  lanes: readonly SendingLane[],
  context: Looking,
): Promise<readonly DestinationState[]> {
  return Promise.all(lanes.map((lane) => inspectLane(lane, context)));
}

async function inspectLane(lane: SendingLane, context: Looking): Promise<DestinationState> {
  const { consent, storage, now, journey } = context;
  const { id } = lane.port;
  // Read before the log: what leaves this list later is in the log by then.
  const waiting = journey.waiting().filter((event) => event.consent.includes('analytics'));
  const mayRead = consent.allows('analytics');
  const found = mayRead
    ? await storage.base.run(['log', 'dest', 'dead'], 'readonly', (rows) => look(lane, rows, now()))
    : nothing;
  const { row, queued } = found;
  const { nextAt = 0, reason, sent = 0, fails = 0, dropped = {} } = row ?? {};
  const waits = nextAt > now();
  const ways = followTrail(lane, {
    ...found,
    ahead: [...found.ahead, ...waiting.filter(({ id: one }) => !found.ways[one])],
    done: Object.values(dropped).reduce((sum, count) => sum + count, sent) + queued - found.ahead.length,
    otherwise: mayRead ? (row ? 'evicted' : 'erased') : 'withdrawn',
    nowMs: now(),
  });
  return {
    id,
    state: lane.isSending() ? 'sending' : !waits ? 'idle' : reason ? 'paused' : 'waiting',
    queued,
    sent,
    dropped,
    fails,
    ways,
    ...(waits ? { nextAt, reason } : {}),
  };
}

/** What is told of an event; the log holds what this device wrote. */
interface Told {
  readonly id: string;
  readonly t: number;
  readonly name: string;
  readonly props: { readonly reason?: string; readonly destination?: string };
}

interface Found {
  readonly row: DestinationRow | undefined;
  readonly queued: number;
  readonly ways: Readonly<Record<string, EventWay>>;
  /** Events that the destination has not confirmed, in order. */
  readonly ahead: readonly Told[];
  /** Why events were lost for this destination, by id of the receipt. */
  readonly receipts: Readonly<Record<string, string>>;
  /** Whether an event waits before those that are told of. */
  readonly isHeld: (id: string) => boolean;
}

/** Without consent nothing is read, and nothing is there. */
const nothing: Found = { row: undefined, queued: 0, ways: {}, ahead: [], receipts: {}, isHeld: () => false };

type Place = readonly [event: Told, isAhead: boolean];

/** The events of the log, in order, each with whether it lies before the cursor. */
const placesOf = (segments: readonly (readonly [number, Segment])[], off: number, i: number): Place[] =>
  segments.flatMap(([at, { ev }]) =>
    (JSON.parse(ev) as readonly Told[]).map(
      (event, place): Place => [event, at > off || (at === off && place >= i)],
    ),
  );

function receiptsOf(places: readonly Place[], id: string): Record<string, string> {
  const receipts: Record<string, string> = {};
  for (const [{ id: receipt, name, props }] of places)
    if (name === 'events_lost' && (props.destination ?? id) === id) receipts[receipt] = String(props.reason);
  return receipts;
}

async function look(
  lane: SendingLane,
  { log, dest, dead }: Readonly<Record<'log' | 'dest' | 'dead', Rows>>,
  nowMs: number,
): Promise<Found> {
  const { id, limits } = lane.port;
  const row = await dest.get<DestinationRow>(id);
  const { off, i } = row ?? { off: 0, i: 0 };
  const segments = await log.entries<Segment, number>({ from: off - TOLD_SEGMENTS });
  const given = await dead.entries<{ readonly event: Told; readonly reason: string }>({
    from: `${id} `,
    to: `${id} \uffff`,
  });
  const behind = segments.filter(([at]) => at >= off);
  const queued = behind.reduce((sum, [at, { n }]) => sum + n - (at === off ? i : 0), 0);
  const places = placesOf(segments.slice(-TOLD_SEGMENTS), off, i);
  const ways: Record<string, EventWay> = {};
  for (const [event, isAhead] of places) ways[event.id] = { step: isAhead ? 'queued' : 'acknowledged' };
  if (lane.isSending() && row?.token && (row.until ?? 0) > nowMs)
    for (const event of cutBatch<Told>(behind, { off, i }, nowMs, limits).events)
      ways[event.id] = { step: 'sending' };
  for (const [, { event, reason }] of given) ways[event.id] = { step: 'dropped', reason };
  const ahead = places.filter(([, isAhead]) => isAhead).map(([event]) => event);
  const first = behind.slice(0, -TOLD_SEGMENTS);
  const isHeld: Found['isHeld'] = (one) => first.some(([, { ev }]) => ev.includes(one));
  return { row, queued, ways, ahead, receipts: receiptsOf(places, id), isHeld };
}
