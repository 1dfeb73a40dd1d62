import type { Journey } from '../journey/journey-port.ts';
import type { QueuedEvent } from '../rules/batch-rule.ts';
import type { Rows } from '../storage/rows.ts';
import type { DestinationRow } from './destination-row.ts';

/** An event that a destination does not take, and why. */
export type Dead = readonly [event: QueuedEvent, reason: string];

function countReasons(
  dead: readonly Dead[],
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  const counts = { ...before };
  for (const [, reason] of dead) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/**
 * Keeps what a destination gave up for the debug panel; counts it in its row.
 * @param rejected was sent: it counts as sent no more.
 */
export async function putAside(
  id: string,
  row: DestinationRow,
  refused: readonly Dead[],
  rejected: readonly Dead[],
  rows: Rows,
): Promise<DestinationRow> {
  const dead = [...refused, ...rejected];
  for (const [event, reason] of dead) await rows.put({ event, reason }, `${id} ${event.id}`);
  return { ...row, sent: row.sent - rejected.length, dropped: countReasons(dead, row.dropped) };
}

/** Says what a destination can never take; nothing that reached storage goes without a receipt. */
export function reportLost(refused: readonly Dead[], journey: Journey): void {
  for (const [reason, count] of Object.entries(countReasons(refused, {})))
    journey.track('events_lost', { reason, count });
}
