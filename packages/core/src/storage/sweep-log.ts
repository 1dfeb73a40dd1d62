import { chooseEviction, type Eviction, type RetentionLimits } from '../rules/retention-rule.ts';
import type { Position, Segment } from '../rules/segment.ts';
import type { RowBase } from './rows.ts';
import type { StoreName } from './storage-room.ts';

/** Removes from the log what the retention rule chooses; says what no destination had confirmed. */
export function sweepLog(
  run: RowBase<StoreName>['run'],
  nowMs: number,
  limits: RetentionLimits,
): Promise<Eviction['lost']> {
  return run(['log', 'dest'], 'readwrite', async (rows) => {
    const positions = await rows.dest.entries<Position>();
    const segments = await rows.log.entries<Segment>();
    // Without destinations nobody waits for anything.
    const delivered = Math.min(...positions.map(([, { off }]) => off));
    const numbered = segments.map(([off, segment]) => [Number(off), segment] as const);
    const { offs, lost } = chooseEviction(numbered, delivered, nowMs, limits);
    for (const off of offs) await rows.log.delete({ from: off, to: off });
    return lost;
  });
}
