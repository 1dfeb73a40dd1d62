import { reporter } from '../errors/reporter.ts';
import { isCritical } from '../events/vocabulary.ts';
import { appendEvents } from './append.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Pieces } from './pieces.ts';

/** Gathers events so that a burst is one transaction. */
export interface Writer {
  /** Adds an event; `now` starts the write at once. */
  add(event: TrackedEvent, now: boolean): void;
  /** Events that are not stored yet, also those being written. */
  waiting(): readonly TrackedEvent[];
  /** Writes what waits; resolves when it is stored or has failed. `read` also reads what other tabs wrote. */
  flush(read?: boolean): Promise<void>;
  /** Sweeps the log, which tells what was noted as lost. */
  sweep(): void;
  /** Drops everything; a write under way drops what it would have kept. */
  clear(): void;
}

const DELAY_MS = 100;
const MAX_ITEMS = 32;
/** Kept over a failed write; the oldest go first. */
const MAX_KEPT = 200;
/** The log is swept when a visitor returns, and after so many events of a session. */
const SWEEP_EVERY = 200;

/** Builds the writer of a tab. Events leave it when their write is complete, not before. */
export function createWriter(pieces: Pieces): Writer {
  let items: TrackedEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const sweep = (now?: boolean): Promise<void> =>
    import('./sweep.ts')
      .then((it) => it.sweep(pieces, write, now))
      .catch(reporter(pieces.problems, 'sweep-failed'));
  const writeAll = async (read: boolean): Promise<void> => {
    const mine = items;
    const batch = mine.slice();
    if (!batch[0] && !read) return;
    try {
      // Cleared meanwhile, `items` is another array: this takes nothing from it.
      if (await write(pieces, batch, read, () => mine.splice(0, batch.length))) await sweep();
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
    sweep() {
      running = running.then(() => sweep(true));
    },
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
  const count = batch.length + left.length;
  if (count === 0) return false;
  for (const event of made.values()) if (event) queueMicrotask(() => events.tell(event));
  stored.tell([...left, ...batch].some(({ name }) => isCritical(name)));
  const { seq = 0, number = 0 } = known.session ?? {};
  const isDue = seq % SWEEP_EVERY <= count + made.size && (number > 1 || seq >= SWEEP_EVERY);
  return consent.allows('analytics') && (isDue || storage.mode() === 'memory');
}
