import type { ConsentPurpose, JourneyEvent } from '@regulars/schema';
import { ID_KEY } from '../consent/purge-storage.ts';
import { eventClass } from '../events/vocabulary.ts';
import { byteLength } from '../rules/batch-rule.ts';
import { emptyProfile, foldProfile } from '../rules/fold-profile.ts';
import type { Segment } from '../rules/segment.ts';
import { isNewSession } from '../rules/session-rule.ts';
import type { RowBase, Rows } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-room.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Known, SessionRow, Visits } from './known.ts';
import { adoptEvents } from './left-events.ts';
import { type Causing, NOW, placeInSession } from './place-in-session.ts';

/** What `appendEvents` needs. */
export interface AppendOptions {
  readonly base: RowBase<StoreName>;
  readonly allows: (purpose: ConsentPurpose) => boolean;
  /** What the tab knew before: stands in where the database was lost. */
  readonly known: Known;
  readonly caused: Causing;
  /** Events that earlier pages left. */
  readonly left: readonly TrackedEvent[];
}

type Stores = Partial<Readonly<Record<StoreName, Rows>>>;

/** Key of the visits in `kv`. */
const VISITS = 'functional/visits';
/** Segments stay small enough to be cut and evicted one by one. */
const MAX_SEGMENT_EVENTS = 64;

/**
 * Writes events to everything they change, in ONE transaction: segment, session, visits and profile are stored
 * together or not at all. Stores whose purpose is missing are left out. Without events it only reads.
 */
export async function appendEvents(tracked: readonly TrackedEvent[], options: AppendOptions): Promise<Known> {
  const { base, allows, known } = options;
  const names: StoreName[] = [];
  if (allows('analytics')) names.push('log', 'sess');
  if (allows('personalization')) names.push('profile');
  if (allows('analytics') || allows('functional')) names.push('kv');
  if (names.length === 0) return known;
  const access = tracked.length > 0 ? 'readwrite' : 'readonly';
  return base.run(names, access, async (rows) => {
    const stores: Stores = rows;
    const old = await readKnown(stores, options);
    if (tracked.length === 0) return old;
    const { sess, log } = stores;
    const events = log ? await adoptEvents(options.left, tracked, log) : tracked;
    const under = (purpose: ConsentPurpose): readonly TrackedEvent[] =>
      events.filter(({ consent }) => allows(purpose) && consent.includes(purpose));
    await stores.kv?.put(old.id, ID_KEY);
    const visits = stores.kv ? await countVisit(under('functional'), old.visits, stores.kv) : null;
    const logged = under('analytics');
    const placed = sess && (await placeInSession(logged, old.session, visits?.count, options.caused, sess));
    if (log && placed) await writeSegments(placed.events, log);
    // The log's events in the log's order: so the profile can be folded from it again.
    const profile = [...(placed?.events ?? []), ...events.filter((one) => !logged.includes(one))]
      .filter(({ consent }) => stores.profile && consent.includes('personalization'))
      .reduce(foldProfile, old.profile);
    await stores.profile?.put(profile, NOW);
    return { id: old.id, session: placed?.session ?? null, visits, profile };
  });
}

/** Reads the stored state. In memory after a lost database, what the tab knew goes on. */
async function readKnown(rows: Stores, { base, allows, known }: AppendOptions): Promise<Known> {
  const lost = base.mode() === 'memory';
  const read = async <T>(store: Rows | undefined, key: string, none: T, before: T): Promise<T> =>
    store ? ((await store.get<T>(key)) ?? (lost ? before : none)) : none;
  return {
    id: await read(rows.kv, ID_KEY, known.id, known.id),
    session: await read<SessionRow | null>(rows.sess, NOW, null, known.session),
    visits: await read<Visits | null>(allows('functional') ? rows.kv : undefined, VISITS, null, known.visits),
    profile: await read(rows.profile, NOW, emptyProfile, known.profile),
  };
}

async function countVisit(
  events: readonly TrackedEvent[],
  before: Visits | null,
  kv: Rows,
): Promise<Visits | null> {
  let visits = before;
  for (const { name, t } of events) {
    const passive = eventClass(name)?.passive === true;
    if (isNewSession(visits, { t, passive })) {
      visits = { count: (visits?.count ?? 0) + 1, firstMs: visits?.firstMs ?? t, startMs: t, lastMs: t };
    } else if (visits && !passive) visits = { ...visits, lastMs: t };
  }
  if (visits !== before) await kv.put(visits, VISITS);
  return visits;
}

/** Writes runs of equal priority as segments, so that offsets follow the numbers in the session. */
async function writeSegments(events: readonly JourneyEvent[], log: Rows): Promise<void> {
  let run: JourneyEvent[] = [];
  const prioOf = (event: JourneyEvent | undefined): number =>
    (event && eventClass(event.name)?.priority) ?? 1;
  const write = async (): Promise<void> => {
    const last = run.at(-1);
    if (!last) return;
    const ev = JSON.stringify(run);
    const segment: Segment = { t: last.t, n: run.length, bytes: byteLength(ev), prio: prioOf(last), ev };
    run = [];
    await log.put(segment);
  };
  for (const event of events) {
    if (run.length === MAX_SEGMENT_EVENTS || (run.length > 0 && prioOf(run[0]) !== prioOf(event)))
      await write();
    run.push(event);
  }
  await write();
}
