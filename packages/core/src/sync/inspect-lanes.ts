import type { Segment } from '../rules/segment.ts';
import type { DestinationRow } from './destination-row.ts';
import type { DeliveryContext, DestinationState, SendingLane } from './sync-port.ts';

type Looking = Pick<DeliveryContext, 'consent' | 'now'> & {
  readonly storage: Pick<DeliveryContext['storage'], 'base'>;
};

/** What the debug panel shows of each destination. */
export function inspectLanes(
  lanes: readonly SendingLane[],
  context: Looking,
): Promise<readonly DestinationState[]> {
  return Promise.all(lanes.map((lane) => inspectLane(lane, context)));
}

async function inspectLane(
  { id, isSending }: SendingLane,
  { consent, storage, now }: Looking,
): Promise<DestinationState> {
  const { row, queued } = consent.allows('analytics')
    ? await storage.base.run(['log', 'dest'], 'readonly', async ({ log, dest }) => {
        const row = await dest.get<DestinationRow>(id);
        const rows = await log.entries<Segment>({ from: row?.off ?? 0 });
        const queued = rows.reduce((sum, [off, { n }]) => sum + n - (off === row?.off ? row.i : 0), 0);
        return { row, queued };
      })
    : { row: undefined, queued: 0 };
  const { nextAt = 0, reason, sent = 0, fails = 0, dropped = {} } = row ?? {};
  const waits = nextAt > now();
  return {
    id,
    state: isSending() ? 'sending' : !waits ? 'idle' : reason ? 'paused' : 'waiting',
    queued,
    sent,
    dropped,
    fails,
    ...(waits ? { nextAt, reason } : {}),
  };
}
