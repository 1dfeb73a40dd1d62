import type { Session } from './session.ts';

/** Which sessions: those that began after one moment and by another, both epoch ms. */
export interface Range {
  readonly after?: number | undefined;
  readonly until?: number | undefined;
}

/** Sessions of an export, in memory or in a database: walked in slices, as often as needed, always in the same order. */
export interface Sessions {
  readonly size: number;
  /** Epoch ms at which the first and the last of them began. */
  readonly first: number;
  readonly last: number;
  /** Epoch ms of the last look or purchase of a range; 0 without any. */
  endOf(range: Range): Promise<number>;
  /**
   * Walks a range.
   * @param range.by `time` (default): those of clicks, then baskets, each part by time; `visitor`: visitors one after the
   * other, each one's by time.
   */
  walk(range: Range & { readonly by?: 'time' | 'visitor' }): AsyncIterable<readonly Session[]>;
}

/** Whether a session is of a range. */
export const isIn = (
  { after = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }: Range,
  start: number,
): boolean => start > after && start <= until;

/** Calls for each session of a range, a slice in memory at a time. */
export async function eachSession(
  sessions: Sessions,
  range: Parameters<Sessions['walk']>[0],
  visit: (session: Session, number: number) => void,
): Promise<void> {
  let number = 0;
  for await (const slice of sessions.walk(range))
    for (const session of slice) {
      visit(session, number);
      number += 1;
    }
}

/** Sessions that are in memory, in the order of `walk` by time. */
export function sessionsOf(list: readonly Session[]): Sessions {
  const pick = (range: Range): readonly Session[] => list.filter(({ start }) => isIn(range, start));
  return {
    size: list.length,
    first: list.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    last: list.reduce((most, { start }) => Math.max(most, start), Number.NEGATIVE_INFINITY),
    endOf: async (range) =>
      pick(range).reduce((end, { times, start }) => Math.max(end, times.at(-1) ?? start), 0),
    async *walk({ by = 'time', ...range }) {
      const found = pick(range);
      yield by === 'time' ? found : byVisitor(found);
    },
  };
}

function byVisitor(sessions: readonly Session[]): readonly Session[] {
  return sessions.toSorted(
    (a, b) => (a.visitor < b.visitor ? -1 : a.visitor > b.visitor ? 1 : 0) || a.start - b.start,
  );
}
