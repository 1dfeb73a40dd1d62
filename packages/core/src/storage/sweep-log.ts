import {
  chooseEviction,
  type Eviction,
  type RetentionLimits,
  retentionLimits,
} from '../rules/retention-rule.ts';
import type { Position, Segment } from '../rules/segment.ts';
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

/** Where losses wait for the sweep that tells of them. */
const LOST = 'analytics/lost';

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

/** Frees room on a full disk; resolves with the number of events that are lost by it. It writes nothing, only deletes: a full disk refuses the rest. */
export async function makeRoom(run: RowBase<StoreName>['run']): Promise<number> {
  return run(['log', 'dest', 'kv'], 'readwrite', async (rows) => {
    await rows.kv.delete({ from: SIZE_KEY, to: SIZE_KEY });
    const { lost } = await sweepLog(rows, 0, FULL_LIMITS);
    return lost.full ?? 0;
  });
}

/** Notes for the next sweep what was lost. */
export async function noteLost(run: RowBase<StoreName>['run'], count: number): Promise<void> {
  if (count === 0) return;
  await run(['kv'], 'readwrite', async ({ kv }) => {
    await kv.put(((await kv.get<number>(LOST)) ?? 0) + count, LOST);
  });
}

/** A burst is swept once: each sweep reads the whole log. */
const PAUSE_MS = 1000;
const swept = new WeakMap<object, number>();

/**
 * Keeps log, sessions and given-up events within their limits.
 * @param onLost hears what no destination had confirmed.
 */
export async function sweepStorage(
  { run, mode }: RowBase<StoreName>,
  nowMs: number,
  onLost: (reason: string, count: number) => void,
): Promise<void> {
  const isMemory = mode() === 'memory';
  if (performance.now() - (swept.get(run) ?? -PAUSE_MS) < PAUSE_MS && !isMemory) return;
  swept.set(run, performance.now());
  const found = await run(['log', 'dest', 'sess', 'dead', 'kv'], 'readwrite', async (rows) => {
    // Ids are hexadecimal: they sort before `g`, the current session's key after it.
    await keepLatest(rows.sess, 'g', MAX_SESSIONS);
    await keepLatest(rows.dead, undefined, MAX_DEAD);
    const lost = await sweepGrown(rows, nowMs, isMemory ? MEMORY_LIMITS : retentionLimits);
    const before = (await rows.kv.get<number>(LOST)) ?? 0;
    if (before === 0) return lost;
    await rows.kv.delete({ from: LOST, to: LOST });
    return { ...lost, full: (lost.full ?? 0) + before };
  });
  for (const [reason, count] of Object.entries(found)) onLost(reason, count);
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

/** Removes from the log what the retention rule chooses; what it lost, and the size of the rest. */
async function sweepLog(
  { log, dest }: LogStores,
  nowMs: number,
  limits: RetentionLimits,
): Promise<{ readonly lost: Eviction['lost']; readonly size: LogSize }> {
  const positions = await dest.entries<Held>();
  const segments = await log.entries<Segment, number>();
  // Without destinations nobody waits for anything.
  const delivered = Math.min(...positions.map(([, { off }]) => off));
  const held = Math.max(...positions.map(([, row]) => heldOf(row, segments, nowMs)));
  const { offs, lost } = chooseEviction(segments, delivered, nowMs, limits, held);
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
  return { lost, size: addSizes(undefined, rest) };
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
