import type { SignalBatch } from '@regulars/schema';
import type { JourneyRoom } from '../journey/journey-room.ts';
import type { Batch, QueuedEvent } from '../rules/batch-rule.ts';
import { noteLost } from '../storage/lost-notes.ts';
import type { Rows } from '../storage/rows.ts';
import type { SendOutcome } from './delivery-port.ts';
import type { DestinationRow } from './destination-row.ts';

/** An event that a destination does not take, and why. */
type Dead = readonly [event: QueuedEvent, reason: string];

function countReasons(dead: readonly Dead[], before: DestinationRow['dropped']): Record<string, number> {
  const counts = { ...before };
  for (const [, reason] of dead) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** What `putAside` writes, beside the destination's row. */
export const stores = ['dest', 'dead', 'kv'] as const;

/**
 * Keeps for the debug panel what a destination can never take or rejected for good; counts it in its row, and notes it for
 * a receipt: nothing that reached storage goes without one.
 */
export async function putAside(
  id: string,
  row: DestinationRow,
  { events, refused }: Batch<QueuedEvent>,
  outcome: SendOutcome,
  { dead: rows, kv }: Readonly<Record<'dead' | 'kv', Rows>>,
  journey: Pick<JourneyRoom, 'sweep'>,
): Promise<DestinationRow> {
  const rejected = rejectedOf(events, outcome);
  const dead = [...refused, ...rejected];
  for (const [event, reason] of dead) await rows.put({ event, reason }, `${id} ${event.id}`);
  // A receipt that is not taken either is not told by another, and so on.
  const lost = dead.filter(([event]) => (event as SignalBatch['events'][number]).name !== 'events_lost');
  if (lost[0]) {
    await noteLost(
      kv,
      countReasons(
        lost.map(([event, reason]) => [event, `${reason}\t${id}`]),
        {},
      ),
    );
    // It begins once this transaction is over.
    journey.sweep();
  }
  return { ...row, sent: row.sent - rejected.length, dropped: countReasons(dead, row.dropped) };
}

function rejectedOf(events: readonly QueuedEvent[], outcome: SendOutcome): readonly Dead[] {
  if (outcome.type === 'too-large') return events.map((event) => [event, outcome.type]);
  const verdicts = new Map(
    outcome.type === 'partly' ? outcome.rejected.map(({ id, reason }) => [id, reason]) : [],
  );
  return events.flatMap((event) => {
    const verdict = verdicts.get(event.id);
    return verdict === undefined ? [] : [[event, verdict]];
  });
}
