import type { EventName, EventProps } from '@regulars/schema';
import { eventClass } from '../events/vocabulary.ts';
import { retentionLimits } from '../rules/retention-rule.ts';
import { sweepLog } from '../storage/sweep-log.ts';
import { appendEvents } from './append.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Pieces } from './pieces.ts';

/** Events that memory holds where storage is refused. */
const MEMORY_LIMITS = { ...retentionLimits, maxEvents: 200 };
/** The log is swept at the first write and after so many events. */
const SWEEP_EVERY = 200;

type Shared = Omit<Pieces, 'buffer'>;

/** What the writer of a tab needs beside the pieces. */
interface WriterOptions extends Shared {
  /** Events that wait, those being written first. */
  readonly waiting: () => readonly TrackedEvent[];
  /** Tells the other tabs. */
  readonly onAppended: () => void;
  readonly lost: (props: EventProps['events_lost']) => void;
}

/** Builds the writer: appends events, takes over the state they left, keeps the log within its limits. */
export function createWriter(options: WriterOptions): (events: readonly TrackedEvent[]) => Promise<void> {
  const { live, storage, consent, events: listeners, profiles, stored } = options;
  let unswept = SWEEP_EVERY;
  return async (events) => {
    const epoch = live.epoch();
    const left = options.left.read();
    const extra = new Map<string, TrackedEvent>();
    const known = await appendEvents(events, {
      base: storage.base,
      allows: consent.allows,
      known: live.known(),
      left,
      caused: (name, props, by) => beside(options, extra, name, props, by),
    });
    // Withdrawn or erased meanwhile: what was read is of the past.
    if (epoch.aborted) return;
    for (const event of extra.values()) live.see(event, 'stored');
    live.markStored(events);
    const first = live.learn(known, options.waiting().slice(events.length));
    if (first || events.length === 0) profiles.tell();
    if (events.length === 0) return;
    if (left.length > 0) options.left.forget();
    for (const event of extra.values()) queueMicrotask(() => listeners.tell(event));
    options.onAppended();
    stored.tell(events.some(({ name }) => eventClass(name)?.critical));
    unswept += events.length;
    if (unswept < SWEEP_EVERY && storage.base.mode() === 'idb') return;
    unswept = 0;
    await sweep(options);
  };
}

/** Stamps an event that the write causes; a repeated attempt of the same write gets the same one. */
function beside(
  { stamper }: Shared,
  made: Map<string, TrackedEvent>,
  name: EventName,
  props: EventProps[EventName],
  by: TrackedEvent,
): TrackedEvent | null {
  const key = name + by.id;
  const event = made.get(key) ?? stamper.stamp(name, props, true, by)?.event ?? null;
  if (event) made.set(key, event);
  return event;
}

async function sweep({ storage, consent, now, lost }: WriterOptions): Promise<void> {
  if (!consent.allows('analytics')) return;
  const { base } = storage;
  const found = await sweepLog(base.run, now(), base.mode() === 'memory' ? MEMORY_LIMITS : retentionLimits);
  for (const [reason, count] of Object.entries(found)) lost({ reason, count });
}
