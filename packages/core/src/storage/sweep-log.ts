import { MAX_BATCH_EVENTS } from '../rules/batch-rule.ts';
import {
  chooseEviction,
  type Eviction,
  type RetentionLimits,
  retentionLimits,
} from '../rules/retention-rule.ts';
import type { Position, Segment } from '../rules/segment.ts';
import type { Left } from './left.ts';
import { type Losses, leaveWord } from './lost-notes.ts';
import type { RowBase, Rows } from './rows.ts';
import { SIZE_KEY } from './size-key.ts';
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

/** What the log held at a sweep: with what came since, it tells without reading the rest whether anything must go. */
interface LogSize {
  /** Offset of the last segment that is counted. */
  readonly off: number;
  readonly n: number;
  readonly bytes: number;
  /** Epoch ms: no segment is older. */
  readonly t: number;
}

function addSizes(before: LogSize | undefined, segments: readonly (readonly [number, Segment])[]): LogSize {
  const none = { off: 0, n: 0, bytes: 0, t: Number.POSITIVE_INFINITY };
  return segments.reduce(
    (sum, [off, { n, bytes, t }]) => ({
      off,
      n: sum.n + n,
      bytes: sum.bytes + bytes,
      t: Math.min(sum.t, t),
    }),
    before ?? none,
  );
}

/**
 * Frees room on a full disk. It writes nothing, only deletes: a full disk refuses the rest. What that cost is left as a
 * word; where the browser takes none, it is the result.
 */
export async function makeRoom(run: RowBase<StoreName>['run'], left: Left): Promise<number> {
  return run(['log', 'dest', 'kv'], 'readwrite', async (rows) => {
    await rows.kv.delete({ from: SIZE_KEY, to: SIZE_KEY });
    const { lost, gone } = await sweepLog(rows, 0, FULL_LIMITS);
    const { full: count = 0 } = lost;
    const [off] = gone;
    return off === undefined || count === 0 || leaveWord(left, { off, count }) ? 0 : count;
  });
}

/** A burst is swept once: each sweep reads the whole log. */
const PAUSE_MS = 1000;
const swept = new WeakMap<object, number>();

/** Whether a sweep is worth it, and takes its turn. */
export function isSweepDue({ run, mode }: RowBase<StoreName>): boolean {
  const now = performance.now();
  if (mode() !== 'memory' && now - (swept.get(run) ?? -PAUSE_MS) < PAUSE_MS) return false;
  swept.set(run, now);
  return true;
}

/**
 * Keeps log, sessions and given-up events within their limits, inside a transaction over their stores.
 * @returns what no destination had confirmed, for the same transaction to tell.
 */
export async function sweepRows(
  rows: Readonly<Record<StoreName, Rows>>,
  nowMs: number,
  isMemory: boolean,
): Promise<Losses> {
  // Ids are hexadecimal: they sort before `g`, the current session's key after it.
  await keepLatest(rows.sess, 'g', MAX_SESSIONS);
  await keepLatest(rows.dead, undefined, MAX_DEAD);
  return sweepGrown(rows, nowMs, isMemory ? MEMORY_LIMITS : retentionLimits);
}

type LogStores = Readonly<Record<'log' | 'dest' | 'kv', Rows>>;

/** Sweeps a log that has outgrown its limits or its age; of any other it reads only what is new. */
async function sweepGrown(
  rows: LogStores,
  nowMs: number,
  limits: RetentionLimits,
): Promise<Eviction['lost']> {
  const { log, kv } = rows;
  const before = await kv.get<LogSize>(SIZE_KEY);
  const fresh = await log.entries<Segment, number>({ from: (before?.off ?? 0) + 1 });
  let size = addSizes(before, fresh);
  let lost: Eviction['lost'] = {};
  if (size.n > limits.maxEvents || size.bytes > limits.maxBytes || nowMs - size.t > limits.maxAgeMs)
    ({ size, lost } = await sweepLog(rows, nowMs, limits));
  await kv.put(size, SIZE_KEY);
  return lost;
}

/** What a sweep of the log took, and the size of the rest. */
interface Swept extends Pick<Eviction, 'lost'> {
  readonly gone: readonly number[];
  readonly size: LogSize;
}

/** Removes from the log what the retention rule chooses. */
async function sweepLog({ log, dest }: LogStores, nowMs: number, limits: RetentionLimits): Promise<Swept> {
  const positions = await dest.entries<Held>();
  const segments = await log.entries<Segment, number>();
  // Without destinations nobody waits for anything.
  const delivered = Math.min(...positions.map(([, { off }]) => off));
  const spared = Math.max(...positions.map(([, row]) => sparedBy(row, segments)));
  const tried = Math.max(
    ...positions.map(([, row]) => (isTried(row, nowMs) ? partOf(row) : sparedBy(row, segments))),
  );
  const { offs, lost } = chooseEviction(segments, delivered, nowMs, limits, { room: spared, age: tried });
  // Neighbours go in one act.
  const gone = new Set(offs);
  let from: number | undefined;
  for (const [at, [off]] of segments.entries()) {
    if (!gone.has(off)) continue;
    from ??= off;
    if (gone.has(segments[at + 1]?.[0] ?? -1)) continue;
    await log.delete({ from, to: off });
    from = undefined;
  }
  const rest = segments.filter(([off]) => !gone.has(off));
  return { lost, gone: offs, size: addSizes(undefined, rest) };
}

/** A destination's row, as far as a sweep reads it. */
interface Held extends Position {
  readonly token?: string | undefined;
  readonly until?: number | undefined;
  readonly fails?: number | undefined;
}

/**
 * Offsets below it may be with a destination already: under way, or handed to the browser by any tab, now or long ago.
 * A body is a run that begins where the cursor stood, the cursor only grows, and so does the log's end: what was once
 * among the first of those that wait stays among them.
 */
function sparedBy({ off, i }: Held, segments: readonly (readonly [number, Segment])[]): number {
  let count = MAX_BATCH_EVENTS + i;
  for (const [at, { n }] of segments) {
    if (at < off) continue;
    if (count <= 0) return at;
    count -= n;
  }
  // All that is left.
  return Number.POSITIVE_INFINITY;
}

/** A destination that refuses: what it does not take does not outlive its age for it. */
const isTried = ({ token, until = 0, fails = 0 }: Held, nowMs: number): boolean =>
  fails > 0 && !(token !== undefined && until > nowMs);

/** Offsets below it are delivered, or in part. */
const partOf = ({ off, i }: Held): number => (i > 0 ? off + 1 : off);

async function keepLatest(rows: Rows, to: string | undefined, max: number): Promise<void> {
  const all = await rows.entries({ to });
  const last = all[all.length - 1 - max]?.[0];
  if (last !== undefined) await rows.delete({ to: last });
}
