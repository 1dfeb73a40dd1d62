import type { JourneyEvent } from '@regulars/schema';
import { ID_KEY } from '../consent/purpose-table.ts';
import { priorityOf } from '../events/vocabulary.ts';
import { byteLength } from '../rules/batch-rule.ts';
import type { Segment } from '../rules/segment.ts';
import { SIZE_KEY } from '../storage/size-key.ts';
import type { StoreName } from '../storage/storage-port.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions } from './journey-room.ts';
import type { Keeper, Keeping, ReadRow, Stores } from './keeper.ts';
import type { Known, SessionRow } from './known.ts';
import { type Causing, createPlacing, NOW } from './place-in-session.ts';

/** What `appendEvents` needs. */
export interface AppendOptions extends Pick<JourneyOptions, 'storage' | 'consent' | 'session'> {
  /** What the tab knew before: stands in where the database was lost. */
  readonly known: Known;
  readonly caused: Causing;
  /** Keeps visits and profile, where somebody wants them and a purpose covers them. */
  readonly keeper: Keeper | undefined;
  /** Events that earlier pages left; none without `analytics`. */
  readonly left: readonly TrackedEvent[];
}

/** Rows before the last that a sweep counted, which a page may have written while it went. */
const ROWS_BEFORE = 64;
/** Segments stay small enough to be cut and evicted one by one. */
const MAX_SEGMENT_EVENTS = 64;

/**
 * Writes events to everything they change, in ONE transaction: segment, session, visits and profile are stored
 * together or not at all. Stores whose purpose is missing are left out. Without events it only reads.
 */
export async function appendEvents(tracked: readonly TrackedEvent[], options: AppendOptions): Promise<Known> {
  const { known, keeper, left } = options;
  const { base } = options.storage;
  const { allows } = options.consent;
  const names: StoreName[] = [];
  if (allows('analytics')) names.push('log', 'sess');
  if (keeper && allows('personalization')) names.push('profile');
  if (allows('analytics') || allows('functional')) names.push('kv');
  if (!names[0]) return known;
  // What a sweep tells of, it adds inside the transaction.
  const count = (): number => tracked.length + left.length;
  // In memory after a lost database, what the tab knew goes on.
  const read: ReadRow = async (store, key, before, none) =>
    store ? ((await store.get(key)) ?? (base.mode() === 'memory' ? before : none)) : none;
  return base.run(names, count() ? 'readwrite' : 'readonly', async (rows: Stores) => {
    const id = await read(rows.kv, ID_KEY, known.id, known.id);
    const before = await read(rows.sess, NOW, known.session, null);
    const keeping = await keeper?.begin(rows, read, known.kept);
    let session = before;
    if (count()) {
      session = await writeEvents(tracked, rows, before, { ...options, keeping });
      await rows.kv?.put(id, ID_KEY);
    }
    return { id, session, kept: keeping?.kept() ?? null };
  });
}

async function writeEvents(
  tracked: readonly TrackedEvent[],
  { log, sess, kv }: Stores,
  before: SessionRow | null,
  options: AppendOptions & { readonly keeping: Keeping | undefined },
): Promise<SessionRow | null> {
  const { left, keeping } = options;
  let written = '';
  if (left[0]) {
    // What a page left, it or another tab may have managed to write. A sweep follows a write, and any write takes over
    // what was left before: so what a sweep counted is older, but for the last rows, and a long log is not read again.
    const { off = 0 } = Object(await kv?.get(SIZE_KEY));
    written = JSON.stringify([await log?.entries({ from: off - ROWS_BEFORE }), tracked]);
  }
  const placing = createPlacing(before, options);
  const others: TrackedEvent[] = [];
  for (const event of [...left.filter(({ id }) => !written.includes(id)), ...tracked]) {
    const visit = keeping?.count(event);
    if (log && event.consent.includes('analytics')) placing.place(event, visit);
    else others.push(event);
  }
  // Asked for at once: an answer each would take longer than the writing.
  await Promise.all([
    ...placing.rows().map(([row, key]) => sess?.put(row, key)),
    ...segmentsOf(placing.placed).map((segment) => log?.put(segment)),
  ]);
  await keeping?.write([...placing.placed, ...others]);
  return placing.session();
}

/** Runs of equal priority as segments, so that offsets follow the numbers in the session. */
function segmentsOf(events: readonly JourneyEvent[]): readonly Segment[] {
  const runs: { prio: number; t: number; events: JourneyEvent[] }[] = [];
  for (const event of events) {
    const prio = priorityOf(event.name);
    const last = runs.at(-1);
    if (last?.prio === prio && last.events.length < MAX_SEGMENT_EVENTS) {
      last.events.push(event);
      last.t = event.t;
    } else runs.push({ prio, t: event.t, events: [event] });
  }
  return runs.map(({ prio, t, events }) => {
    const ev = JSON.stringify(events);
    return { t, n: events.length, bytes: byteLength(ev), prio, ev };
  });
}
