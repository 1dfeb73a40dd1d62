import type { ProblemSink } from '../errors/problem-sink.ts';
import { openRows } from './open-rows.ts';
import type { Reservations } from './reservations.ts';

const STORE = 'reservation';
/** Row of the budget that all instances share. */
const BUDGET = 'budget';

/** Prepares the shared database of the caps; it is opened by the first `update`. */
export function openReservations(options: {
  readonly problems: ProblemSink;
  /** Name of the database, the same for all instances of an origin. */
  readonly name: string;
}): Reservations {
  const base = openRows({
    name: options.name,
    stores: [STORE],
    problems: options.problems,
  });
  return {
    mode: base.mode,
    update: (change) =>
      base.run([STORE], 'readwrite', async (rows) => {
        const [changed, answer] = change(Object.fromEntries(await rows[STORE].entries()));
        for (const [key, value] of Object.entries(changed)) {
          if (value === undefined) await rows[STORE].delete({ from: key, to: key });
          else await rows[STORE].put(value, key);
        }
        return answer;
      }),
    async forget(prefix) {
      if (!(await base.exists())) return;
      const others = await base.run([STORE], 'readwrite', async (rows) => {
        await rows[STORE].delete({ from: prefix, to: `${prefix}\uffff` });
        return (await rows[STORE].entries()).filter(([key]) => key !== BUDGET);
      });
      // The budget alone is worth nothing to anybody.
      if (others.length === 0) await base.erase();
    },
    close: base.close,
  };
}
