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

/** Where losses wait for the sweep that tells of them. */
const LOST = 'analytics/lost';

/** Frees room on a full disk; what is lost by it is noted for the next sweep. */
export function makeRoom(run: RowBase<StoreName>['run']): Promise<unknown> {
  return run(['log', 'dest', 'kv'], 'readwrite', async (rows) => {
    const { full = 0 } = await sweepLog(rows, 0, FULL_LIMITS);
    const before = (await rows.kv.get<number>(LOST)) ?? 0;
    if (full > 0) await rows.kv.put(before + full, LOST);
  });
}

/**
 * Keeps log, sessions and given-up events within their limits.
 * @param onLost hears what no destination had confirmed.
 */
export async function sweepStorage(
  { run, mode }: RowBase<StoreName>,
  nowMs: number,
  onLost: (reason: string, count: number) => void,
): Promise<void> {
  const found = await run(['log', 'dest', 'sess', 'dead', 'kv'], 'readwrite', async (rows) => {
    // Ids are hexadecimal: they sort before `g`, the current session's key after it.
    await keepLatest(rows.sess, 'g', MAX_SESSIONS);
    await keepLatest(rows.dead, undefined, MAX_DEAD);
    const lost = await sweepLog(rows, nowMs, mode() === 'memory' ? MEMORY_LIMITS : retentionLimits);
    const before = (await rows.kv.get<number>(LOST)) ?? 0;
    if (before === 0) return lost;
    await rows.kv.delete({ from: LOST, to: LOST });
    return { ...lost, full: (lost.full ?? 0) + before };
  });
  for (const [reason, count] of Object.entries(found)) onLost(reason, count);
}

/** Removes from the log what the retention rule chooses. */
async function sweepLog(
  { log, dest }: Readonly<Record<'log' | 'dest', Rows>>,
  nowMs: number,
  limits: RetentionLimits,
): Promise<Eviction['lost']> {
  const positions = await dest.entries<Held>();
  const segments = await log.entries<Segment, number>();
  // Without destinations nobody waits for anything.
  const delivered = Math.min(...positions.map(([, { off }]) => off));
  const held = Math.max(...positions.map(([, row]) => heldOf(row, segments, nowMs)));
  const { offs, lost } = chooseEviction(segments, delivered, nowMs, limits, held);
  for (const off of offs) await log.delete({ from: off, to: off });
  return lost;
}

/** A destination's row, as far as a sweep reads it. */
interface Held extends Position {
  readonly token?: string | undefined;
  readonly until: number;
}

/** Events of the largest batch of our adapters. */
const BATCH_EVENTS = 64;

/** Offsets below it may be under way to a destination, or are in part with it. */
function heldOf(
  { off, i, token, until }: Held,
  segments: readonly (readonly [number, Segment])[],
  nowMs: number,
): number {
  if (i === 0 && !(until > nowMs)) return off;
  let count = token !== undefined && until > nowMs ? BATCH_EVENTS + i : i;
  for (const [at, { n }] of segments) {
    if (at < off) continue;
    if (count <= 0) return at;
    count -= n;
  }
  // All that is left.
  return Number.POSITIVE_INFINITY;
}

async function keepLatest(rows: Rows, to: string | undefined, max: number): Promise<void> {
  const all = await rows.entries({ to });
  const last = all[all.length - 1 - max]?.[0];
  if (last !== undefined) await rows.delete({ to: last });
}
