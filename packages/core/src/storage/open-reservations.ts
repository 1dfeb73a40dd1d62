import type { ProblemSink } from '../errors/problem-sink.ts';
import { openRows } from './open-rows.ts';
import type { Reservations } from './reservations.ts';

const STORE = 'reservation';

/** Prepares the shared database `regulars-attention`; it is opened by the first `update`. */
export function openReservations(options: {
  readonly problems: ProblemSink;
  /** Another name, for tests. */
  readonly name?: string | undefined;
}): Reservations {
  const base = openRows({
    name: options.name ?? 'regulars-attention',
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
      await base.run([STORE], 'readwrite', (rows) =>
        rows[STORE].delete({ from: prefix, to: `${prefix}\uffff` }),
      );
    },
    close: base.close,
  };
}
