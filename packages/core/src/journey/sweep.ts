import { addLosses, type Losses, type Taken, takeLost } from '../storage/lost-notes.ts';
import type { RowBase } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import { isSweepDue, sweepRows } from '../storage/sweep-log.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Pieces } from './pieces.ts';

/** Appends events, and those that the transaction itself adds to the list. */
type Write = (
  pieces: Pieces,
  batch: readonly TrackedEvent[],
  read: boolean,
  onStored: () => void,
) => Promise<boolean>;

/**
 * Keeps the log within its limits and stores what that cost as `events_lost`, in ONE transaction: a page that is killed
 * has done both or neither.
 * @param now also when the last sweep was just now.
 */
export async function sweep(pieces: Pieces, write: Write, now = false): Promise<void> {
  const { storage, events } = pieces;
  const { base, left } = storage;
  if (!isSweepDue(base) && !now) return;
  const receipts: TrackedEvent[] = [];
  const stampOne = createReceipts(pieces);
  let taken: Taken | undefined;
  const run: RowBase<StoreName>['run'] = (stores, access, work) => {
    if (!stores.includes('log')) return base.run(stores, access, work);
    return base.run([...stores, 'dest', 'dead'], 'readwrite', async (rows) => {
      const isMemory = base.mode() === 'memory';
      // Words are of the database: memory that stands in for it leaves them to the next page.
      taken = await takeLost(rows, isMemory ? { ...left, find: () => [] } : left);
      const lost = addLosses(await sweepRows(rows, pieces.now(), isMemory), taken.counts);
      receipts.splice(0, receipts.length, ...Object.entries(lost).flatMap(stampOne));
      return work(rows);
    });
  };
  await write({ ...pieces, storage: { ...storage, base: { ...base, run } } }, receipts, false, () => {});
  if (taken) left.drop(taken.words);
  for (const receipt of receipts) events.tell(receipt);
}

/** Stamps receipts, one a reason and destination: an attempt that is repeated gets the same event, or the tab would count one too many. */
function createReceipts({ stamp }: Pieces): (lost: [string, Losses[string]]) => TrackedEvent[] {
  const made = new Map<string, TrackedEvent | null>();
  return ([key, count = 0]) => {
    const [reason = '', destination] = key.split('\t');
    const before = made.get(key);
    const one = before
      ? Object.freeze({ ...before, props: { ...before.props, count } })
      : stamp('events_lost', { reason, count, ...(destination && { destination }) }, true);
    made.set(key, one);
    return one ? [one] : [];
  };
}
