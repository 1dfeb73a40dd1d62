import type { Found, Left } from './left.ts';
import type { Rows } from './rows.ts';

/** Lost events by reason; a tab and a destination behind it: lost for that one alone. */
export type Losses = Readonly<Partial<Record<string, number>>>;

/** Where losses wait for the sweep that tells of them. */
export const LOST_KEY = 'analytics/lost';
/** What a full disk cost, left outside the database: that takes no note then. */
const WORD = 'lost';

/** What is to be told, and the words that were told and may still lie there. */
export interface Notes {
  readonly counts: Losses;
  readonly told: readonly string[];
}

/** A word: what the deletion that takes the segment at `off` with it costs. */
interface Word {
  readonly off: number;
  readonly count: number;
}

/** Sums of two counts. */
export function addLosses(one: Losses, other: Losses): Losses {
  const sum: Record<string, number> = {};
  for (const [reason, count = 0] of [...Object.entries(one), ...Object.entries(other)])
    if (count > 0) sum[reason] = (sum[reason] ?? 0) + count;
  return sum;
}

async function readNotes(kv: Rows): Promise<Notes> {
  const row = await kv.get<Partial<Notes> | number>(LOST_KEY);
  // Earlier code knew one reason.
  if (typeof row === 'number') return { counts: { full: row }, told: [] };
  const { counts = {}, told = [] } = row ?? {};
  return { counts, told };
}

/** Notes for the next sweep what is lost, in the transaction that loses it. */
export async function noteLost(kv: Rows, more: Losses): Promise<void> {
  const { counts, told } = await readNotes(kv);
  await kv.put({ counts: addLosses(counts, more), told }, LOST_KEY);
}

/**
 * Leaves word, inside a transaction that deletes and can write nothing, of what that costs. `false`: the browser took no
 * word.
 */
export function leaveWord(left: Left, word: Word): boolean {
  left.leave(WORD, word);
  return left.find(WORD).some(([, one]) => (one as Word | undefined)?.off === word.off);
}

/** What was noted, to be told by the transaction that takes it; with the words that `drop` takes away after it. */
export interface Taken {
  readonly counts: Losses;
  readonly words: readonly Found[];
}

/**
 * Takes what is noted. A word counts when its segment is gone: whoever holds the log now knows that the deletion it was
 * left by has ended, one way or the other. It is marked as told until it no longer lies there.
 */
export async function takeLost(
  { log, kv }: Readonly<Record<'log' | 'kv', Rows>>,
  left: Left,
): Promise<Taken> {
  const words = left.find(WORD);
  const notes = await readNotes(kv);
  let { counts } = notes;
  for (const [key, word] of words) {
    const { off, count } = Object(word) as Partial<Word>;
    if (off === undefined || notes.told.includes(key) || (await log.get(off)) !== undefined) continue;
    counts = addLosses(counts, { full: count });
  }
  if (words[0]) await kv.put({ counts: {}, told: words.map(([key]) => key) }, LOST_KEY);
  else if (notes.told[0] || Object.keys(notes.counts)[0]) await kv.delete({ from: LOST_KEY, to: LOST_KEY });
  return { counts, words };
}
