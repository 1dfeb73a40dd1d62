import { reporter } from '../errors/reporter.ts';
import { isCritical } from '../events/vocabulary.ts';
import type { Subscribable } from '../lib/subscribable.ts';
import { appendEvents } from './append.ts';
import type { Stamp } from './create-stamper.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions } from './journey-room.ts';
import type { LateKeeper } from './late-keeper.ts';
import type { LiveJourney } from './live-journey.ts';

/** What the pieces of a journey share. */
export interface Pieces extends Omit<JourneyOptions, 'fold'> {
  readonly late: LateKeeper;
  readonly live: LiveJourney;
  readonly stamp: Stamp;
  readonly events: Subscribable<TrackedEvent>;
  readonly profiles: Subscribable<void>;
  readonly stored: Subscribable<boolean>;
  stopped: boolean;
}

/** Gathers events so that a burst is one transaction. */
export interface Writer {
  /** Adds an event; `now` starts the write at once. */
  add(event: TrackedEvent, now: boolean): void;
  /** Events that are not stored yet, also those being written. */
  waiting(): readonly TrackedEvent[];
  /** Writes what waits; resolves when it is stored or has failed. `read` also reads what other tabs wrote. */
  flush(read?: boolean): Promise<void>;
  /** Drops everything; a write under way drops what it would have kept. */
  clear(): void;
}

const DELAY_MS = 100;
const MAX_ITEMS = 32;
/** Kept over a failed write; the oldest go first. */
const MAX_KEPT = 200;
/** The log is swept when a visitor returns, and after so many events of a session. */
const SWEEP_EVERY = 200;

/** Hears how many events the log lost for lack of room or by their age. */
type OnLost = (reason: string, count: number) => void;

/** Builds the writer of a tab. Events leave it when their write is complete, not before. */
export function createWriter(pieces: Pieces, onLost: OnLost): Writer {
  let items: TrackedEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const writeAll = async (read: boolean): Promise<void> => {
    const mine = items;
    const batch = mine.slice();
    if (!batch[0] && !read) return;
    try {
      // Cleared meanwhile, `items` is another array: this takes nothing from it.
      if (await write(pieces, batch, read, () => mine.splice(0, batch.length)))
        await import('../storage/sweep-log.ts')
          .then(({ sweepStorage }) => sweepStorage(pieces.storage.base, pieces.now(), onLost))
          .catch(reporter(pieces.problems, 'sweep-failed'));
    } catch (cause) {
      pieces.problems.report({ code: 'journey-not-stored', cause });
      mine.splice(0, mine.length - MAX_KEPT);
    }
  };
  const flush = (read = false): Promise<void> => {
    rest();
    running = running.then(() => writeAll(read));
    return running;
  };
  return {
    add(event, now) {
      items.push(event);
      if (now || items.length % MAX_ITEMS === 0) void flush();
      else timer ??= setTimeout(flush, DELAY_MS);
    },
    waiting: () => items,
    flush,
    clear() {
      rest();
      items = [];
    },
  };
}

/** Appends events, takes over the state they left, and tells who waits for it. `true`: it is time to sweep. */
async function write(
  pieces: Pieces,
  batch: readonly TrackedEvent[],
  read: boolean,
  onStored: () => void,
): Promise<boolean> {
  const { live, late, storage, consent, stamp, events, profiles, stored } = pieces;
  const epoch = live.view.epoch();
  const found = consent.allows('analytics') ? storage.left.find('events') : [];
  const left = found.flatMap(([, all]) => (all ?? []) as readonly TrackedEvent[]);
  const count = batch.length + left.length;
  const keeper = await late.fetch();
  if (epoch.aborted) return false;
  const made = new Map<string, TrackedEvent | null>();
  const known = await appendEvents(batch, {
    ...pieces,
    known: live.known,
    left,
    keeper,
    caused(name, props, by) {
      // A repeated attempt of the same write gets the same event.
      const key = name + by.id;
      if (!made.has(key)) made.set(key, stamp(name, props, true, by));
      return made.get(key) ?? null;
    },
  });
  onStored();
  // Withdrawn or erased meanwhile: what was read is of the past.
  if (epoch.aborted) return false;
  live.known = known;
  if (read) profiles.tell();
  storage.left.drop(found);
  if (count === 0) return false;
  for (const event of made.values()) if (event) queueMicrotask(() => events.tell(event));
  stored.tell([...left, ...batch].some(({ name }) => isCritical(name)));
  const { seq = 0, number = 0 } = known.session ?? {};
  const isDue = seq % SWEEP_EVERY <= count + made.size && (number > 1 || seq >= SWEEP_EVERY);
  return consent.allows('analytics') && (isDue || storage.base.mode() === 'memory');
}
