import { backoffMs } from '../rules/backoff-rule.ts';
import type { Batch, QueuedEvent } from '../rules/batch-rule.ts';
import type { Position } from '../rules/segment.ts';
import type { SendOutcome } from './delivery-port.ts';

/** Cursor of a destination as stored. */
export interface DestinationRow extends Position {
  /** Random, made with the row: two devices never share a batch id. */
  readonly logId: string;
  /** Who sends now, and until when at the latest (epoch ms). */
  readonly token?: string | undefined;
  readonly until: number;
  /** No try before it (epoch ms); 0: at once. */
  readonly nextAt: number;
  readonly fails: number;
  /** The destination ordered the wait: a probe must not jump it. */
  readonly reason?: string | undefined;
  readonly sent: number;
  readonly dropped: Readonly<Record<string, number>>;
}

/** What a batch's outcome leaves. */
export interface Settled<E extends QueuedEvent> {
  readonly row: DestinationRow;
  /** Events given up, with why. */
  readonly dead: readonly (readonly [E, string])[];
}

/** A server may order no longer wait (ms). */
export const MAX_HOLD_MS = 3_600_000;
const PAUSE_MS = 600_000;

/** Moves the cursor by what became of a batch. The position only grows. Pure. */
export function settle<E extends QueuedEvent>(
  row: DestinationRow,
  { events, refused, to }: Batch<E>,
  outcome: SendOutcome,
  nowMs: number,
  chance: number,
): Settled<E> {
  const { token: _token, reason: _reason, ...rest } = row;
  const free = { ...rest, until: 0 };
  const { type } = outcome;
  if (type === 'retry' || type === 'pause') {
    const fails = row.fails + 1;
    const ordered = type === 'pause' ? PAUSE_MS : outcome.afterMs;
    const nextAt = nowMs + Math.min(ordered ?? backoffMs(fails, chance), MAX_HOLD_MS);
    const reason = type === 'pause' ? outcome.reason : 'retry-after';
    return { row: { ...free, fails, nextAt, ...(ordered ? { reason } : {}) }, dead: [] };
  }
  // The next cut is smaller.
  if (type === 'too-large' && events.length > 1) return { row: free, dead: [] };
  const verdicts = new Map(type === 'partly' ? outcome.rejected.map(({ id, reason }) => [id, reason]) : []);
  const given = events.flatMap((event) => {
    const verdict = type === 'too-large' ? type : verdicts.get(event.id);
    return verdict === undefined ? [] : [[event, verdict] as const];
  });
  const dead = [...refused, ...given];
  const dropped: Record<string, number> = { ...row.dropped };
  for (const [, reason] of dead) dropped[reason] = (dropped[reason] ?? 0) + 1;
  const sent = row.sent + events.length - given.length;
  const ahead = to.off > row.off || (to.off === row.off && to.i > row.i);
  return { row: { ...free, ...(ahead ? to : {}), fails: 0, nextAt: 0, sent, dropped }, dead };
}
