import { cutBatch } from '../rules/batch-rule.ts';
import type { Segment } from '../rules/segment.ts';
import type { Rows } from '../storage/rows.ts';
import type { DestinationRow } from './destination-row.ts';
import type { DeliveryContext, DestinationState, EventWay, SendingLane } from './sync-port.ts';

type Looking = Pick<DeliveryContext, 'consent' | 'now'> & {
  readonly storage: Pick<DeliveryContext['storage'], 'base'>;
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

async function inspectLane(lane: SendingLane, { consent, storage, now }: Looking): Promise<DestinationState> {
  const { id } = lane.port;
  const { row, queued, ways } = consent.allows('analytics')
    ? await storage.base.run(['log', 'dest', 'dead'], 'readonly', (rows) => look(lane, rows, now()))
    : { row: undefined, queued: 0, ways: {} };
  const { nextAt = 0, reason, sent = 0, fails = 0, dropped = {} } = row ?? {};
  const waits = nextAt > now();
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
}

async function look(
  lane: SendingLane,
  { log, dest, dead }: Readonly<Record<'log' | 'dest' | 'dead', Rows>>,
  nowMs: number,
): Promise<Pick<DestinationState, 'queued' | 'ways'> & { readonly row: DestinationRow | undefined }> {
  const { id, limits } = lane.port;
  const row = await dest.get<DestinationRow>(id);
  const { off, i } = row ?? { off: 0, i: 0 };
  const segments = await log.entries<Segment, number>({ from: off - TOLD_SEGMENTS });
  const given = await dead.entries<{ readonly event: Told; readonly reason: string }>({
    from: `${id} `,
    to: `${id} \uffff`,
  });
  const ahead = segments.filter(([at]) => at >= off);
  const ways: Record<string, EventWay> = {};
  for (const [at, { ev }] of segments.slice(-TOLD_SEGMENTS))
    for (const [place, event] of (JSON.parse(ev) as readonly Told[]).entries())
      ways[event.id] = { step: at < off || (at === off && place < i) ? 'acknowledged' : 'queued' };
  if (lane.isSending() && row?.token && (row.until ?? 0) > nowMs)
    for (const event of cutBatch<Told>(ahead, { off, i }, nowMs, limits).events)
      ways[event.id] = { step: 'sending' };
  for (const [, { event, reason }] of given) ways[event.id] = { step: 'dropped', reason };
  const queued = ahead.reduce((sum, [at, { n }]) => sum + n - (at === off ? i : 0), 0);
  return { row, queued, ways };
}
