import type { Segment } from '../rules/segment.ts';
import type { RowBase, Rows } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-room.ts';
import type { TrackedEvent } from './journey-port.ts';

/** Keys in `sess` of events that a page left behind as it went. */
const LEFT = { from: 'left/', to: 'left/\uffff' };

/**
 * Leaves events for the next page: one write that waits for no answer. Reading the session and writing after it is
 * more than a browser grants a page that goes.
 */
export async function leaveEvents(
  events: readonly TrackedEvent[],
  { run }: RowBase<StoreName>,
): Promise<void> {
  const first = events[0];
  if (!first) return;
  await run(['sess'], 'readwrite', async ({ sess }) => {
    // Its failure is the transaction's, which `run` hears.
    sess.put(events, LEFT.from + first.id).catch(() => undefined);
  });
}

/** Takes over what pages left, before the events of this one; what its own page managed to write is passed over. */
export async function adoptEvents(
  events: readonly TrackedEvent[],
  { sess, log }: Readonly<Record<'sess' | 'log', Rows>>,
): Promise<readonly TrackedEvent[]> {
  const left = (await sess.entries<readonly TrackedEvent[]>(LEFT)).flatMap(([, one]) => one);
  if (left.length === 0) return events;
  await sess.delete(LEFT);
  const written = (await log.entries<Segment>()).map(([, { ev }]) => ev);
  const mine = events.map(({ id }) => id);
  const isNew = ({ id }: TrackedEvent): boolean => ![...mine, ...written].some((one) => one.includes(id));
  return [...left.filter(isNew), ...events];
}
