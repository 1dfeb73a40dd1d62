import type { Journey } from '../journey/journey-port.ts';
import type { Batch, QueuedEvent } from '../rules/batch-rule.ts';
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

/** Keeps for the debug panel what a destination refused or rejected for good; counts it in its row. */
export async function putAside(
  id: string,
  row: DestinationRow,
  { events, refused }: Batch<QueuedEvent>,
  outcome: SendOutcome,
  rows: Rows,
): Promise<DestinationRow> {
  const rejected = rejectedOf(events, outcome);
  const dead = [...refused, ...rejected];
  for (const [event, reason] of dead) await rows.put({ event, reason }, `${id} ${event.id}`);
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

/** Says what a destination can never take; nothing that reached storage goes without a receipt. */
export function reportLost(refused: readonly Dead[], journey: Journey): void {
  for (const [reason, count] of Object.entries(countReasons(refused, {})))
    journey.track('events_lost', { reason, count });
}
