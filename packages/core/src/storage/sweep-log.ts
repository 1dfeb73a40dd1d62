import {
  chooseEviction,
  type Eviction,
  type RetentionLimits,
  retentionLimits,
} from '../rules/retention-rule.ts';
import type { Position, Segment } from '../rules/segment.ts';
import type { RowBase, Rows } from './rows.ts';
import type { StoreName } from './storage-port.ts';

/** Events that memory holds where storage is refused. */
const MEMORY_LIMITS: RetentionLimits = { ...retentionLimits, maxEvents: 200 };
/** What a full disk leaves of the log. */
const FULL_LIMITS: RetentionLimits = {
  maxAgeMs: Number.POSITIVE_INFINITY,
  maxEvents: 500,
  maxBytes: 250_000,
};
const MAX_SESSIONS = 50;
const MAX_DEAD = 100;

/** Frees room on a full disk. */
export function makeRoom(run: RowBase<StoreName>['run']): Promise<unknown> {
  return run(['log', 'dest'], 'readwrite', (rows) => sweepLog(rows, 0, FULL_LIMITS));
}

/** Keeps log, sessions and given-up events within their limits; says what no destination had confirmed. */
export function sweepStorage({ run, mode }: RowBase<StoreName>, nowMs: number): Promise<Eviction['lost']> {
  return run(['log', 'dest', 'sess', 'dead'], 'readwrite', async (rows) => {
    // Ids are hexadecimal: they sort before `g`, the current session's key after it.
    await keepLatest(rows.sess, 'g', MAX_SESSIONS);
    await keepLatest(rows.dead, undefined, MAX_DEAD);
    return sweepLog(rows, nowMs, mode() === 'memory' ? MEMORY_LIMITS : retentionLimits);
  });
}

/** Removes from the log what the retention rule chooses. */
async function sweepLog(
  { log, dest }: Readonly<Record<'log' | 'dest', Rows>>,
  nowMs: number,
  limits: RetentionLimits,
): Promise<Eviction['lost']> {
  const positions = await dest.entries<Position>();
  const segments = await log.entries<Segment, number>();
  // Without destinations nobody waits for anything.
  const delivered = Math.min(...positions.map(([, { off }]) => off));
  const { offs, lost } = chooseEviction(segments, delivered, nowMs, limits);
  for (const off of offs) await log.delete({ from: off, to: off });
  return lost;
}

async function keepLatest(rows: Rows, to: string | undefined, max: number): Promise<void> {
  const all = await rows.entries({ to });
  const last = all[all.length - 1 - max]?.[0];
  if (last !== undefined) await rows.delete({ to: last });
}
