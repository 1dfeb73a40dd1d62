import type { ConsentPurpose, JourneyEvent } from '@regulars/schema';
import { ID_KEY } from '../consent/purpose-table.ts';
import { isPassive, priorityOf } from '../events/vocabulary.ts';
import { byteLength } from '../rules/batch-rule.ts';
import { emptyProfile, type Fold } from '../rules/profile.ts';
import type { Segment } from '../rules/segment.ts';
import { isNewSession } from '../rules/session-rule.ts';
import type { RowBase, Rows } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Known, Visits } from './known.ts';
import { type Causing, createPlacing, NOW } from './place-in-session.ts';

/** What `appendEvents` needs. */
export interface AppendOptions {
  readonly base: RowBase<StoreName>;
  readonly allows: (purpose: ConsentPurpose) => boolean;
  /** What the tab knew before: stands in where the database was lost. */
  readonly known: Known;
  readonly caused: Causing;
  /** Folds events into the profile; needed where there are events and a profile of them is kept. */
  readonly fold: Fold | undefined;
  /** A profile is kept. */
  readonly isProfiled: boolean;
  /** Events that earlier pages left; none without `analytics`. */
  readonly left: readonly TrackedEvent[];
}

type Stores = Partial<Readonly<Record<StoreName, Rows>>>;

/** A profile may be kept of it. */
export const isPersonal = ({ consent }: TrackedEvent): boolean => consent.includes('personalization');

/** Key of the visits in `kv`. */
const VISITS = 'functional/visits';
/** Segments stay small enough to be cut and evicted one by one. */
const MAX_SEGMENT_EVENTS = 64;

/**
 * Writes events to everything they change, in ONE transaction: segment, session, visits and profile are stored
 * together or not at all. Stores whose purpose is missing are left out. Without events it only reads.
 */
export async function appendEvents(tracked: readonly TrackedEvent[], options: AppendOptions): Promise<Known> {
  const { base, allows, known, isProfiled, left } = options;
  const names: StoreName[] = [];
  if (allows('analytics')) names.push('log', 'sess');
  if (isProfiled && allows('personalization')) names.push('profile');
  if (allows('analytics') || allows('functional')) names.push('kv');
  if (names.length === 0) return known;
  const count = tracked.length + left.length;
  return base.run(names, count > 0 ? 'readwrite' : 'readonly', async (rows) => {
    const old = await readKnown(rows, options);
    return count > 0 ? writeEvents(tracked, rows, old, options) : old;
  });
}

/** Reads the stored state. In memory after a lost database, what the tab knew goes on. */
async function readKnown(rows: Stores, { base, allows, known }: AppendOptions): Promise<Known> {
  const read = async <T>(store: Rows | undefined, key: string, before: T, none: T): Promise<T> =>
    store ? ((await store.get<T>(key)) ?? (base.mode() === 'memory' ? before : none)) : none;
  return {
    id: await read(rows.kv, ID_KEY, known.id, known.id),
    session: await read(rows.sess, NOW, known.session, null),
    visits: await read(allows('functional') ? rows.kv : undefined, VISITS, known.visits, null),
    profile: await read(rows.profile, NOW, known.profile, emptyProfile),
  };
}

/** Puts left events before the new ones; what their own page or another tab managed to write is passed over. */
async function adoptEvents(
  left: readonly TrackedEvent[],
  events: readonly TrackedEvent[],
  log: Rows,
): Promise<readonly TrackedEvent[]> {
  if (left.length === 0) return events;
  const written = (await log.entries<Segment>()).map(([, { ev }]) => ev) + JSON.stringify(events);
  return [...left.filter(({ id }) => !written.includes(id)), ...events];
}

async function writeEvents(
  tracked: readonly TrackedEvent[],
  { log, sess, kv, profile: profiles }: Stores,
  { id, session, visits: before, profile }: Known,
  { allows, caused, left, fold }: AppendOptions,
): Promise<Known> {
  const placing = createPlacing(session, caused);
  const others: TrackedEvent[] = [];
  let visits = before;
  for (const event of log ? await adoptEvents(left, tracked, log) : tracked) {
    const isUnder = (purpose: ConsentPurpose): boolean => allows(purpose) && event.consent.includes(purpose);
    if (isUnder('functional')) visits = countVisit(visits, event);
    if (isUnder('analytics')) placing.place(event, visits?.count);
    else others.push(event);
  }
  await kv?.put(id, ID_KEY);
  if (visits !== before) await kv?.put(visits, VISITS);
  for (const [row, key] of placing.rows()) await sess?.put(row, key);
  for (const segment of segmentsOf(placing.placed)) await log?.put(segment);
  // The log's events in the log's order: so the profile can be folded from it again.
  const personal = [...placing.placed, ...others].filter(isPersonal);
  const folded = fold && profiles ? personal.reduce(fold, profile) : profile;
  await profiles?.put(folded, NOW);
  return { id, session: placing.session(), visits, profile: folded };
}

function countVisit(visits: Visits | null, { name, t }: TrackedEvent): Visits | null {
  const passive = isPassive(name);
  if (isNewSession(visits, { t, passive })) return { count: (visits?.count ?? 0) + 1, startMs: t, lastMs: t };
  return visits && !passive ? { ...visits, lastMs: t } : visits;
}

/** Runs of equal priority as segments, so that offsets follow the numbers in the session. */
function segmentsOf(events: readonly JourneyEvent[]): readonly Segment[] {
  const runs: { prio: number; events: JourneyEvent[] }[] = [];
  for (const event of events) {
    const prio = priorityOf(event.name);
    const last = runs.at(-1);
    if (last?.prio === prio && last.events.length < MAX_SEGMENT_EVENTS) last.events.push(event);
    else runs.push({ prio, events: [event] });
  }
  return runs.map(({ prio, events }) => {
    const ev = JSON.stringify(events);
    return { t: events.at(-1)?.t ?? 0, n: events.length, bytes: byteLength(ev), prio, ev };
  });
}
