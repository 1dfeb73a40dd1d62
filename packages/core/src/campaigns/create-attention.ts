import type { PartContext } from '../journey/part.ts';
import { noBudget, noHistory, type ShownHistory } from '../rules/shown-history.ts';
import { openReservations } from '../storage/open-reservations.ts';
import type { ReservationRows } from '../storage/reservations.ts';
import { type Attention, type AttentionState, attentionName, attentionPort } from './attention.ts';

/** Reads the rows of one write key. */
function stateOf(rows: ReservationRows, prefix: string): AttentionState {
  const own = Object.entries(rows).filter(([name]) => name.startsWith(prefix));
  return {
    history: Object.fromEntries(
      own.map(([name, row]) => [name.slice(prefix.length), { ...noHistory, ...(row as ShownHistory) }]),
    ),
    budget: { ...noBudget, ...(rows.budget as AttentionState['budget'] | undefined) },
  };
}

/**
 * Builds the keeper of caps over the shared database; where nothing may or can be stored they hold for this page alone.
 */
export function createAttention({ consent, ports, problems, signal }: PartContext): Attention {
  const {
    key,
    attention: name = attentionName,
    memory: unstored,
  } = ports.use(attentionPort)[0] ?? { key: '' };
  const rows = openReservations({ problems, name });
  let memory: ReservationRows = {};
  signal.addEventListener('abort', rows.close);
  // Opening checks anew in its own transaction, so deciding may work with what was read before the last change.
  let known: { readonly state: Promise<AttentionState>; readonly allowed: boolean } | undefined;
  const change: Attention['change'] = async (work) => {
    known = undefined;
    const run = (all: ReservationRows): ReturnType<typeof work> => work(stateOf(all, `${key}/`));
    // After the stop nothing is opened any more.
    if (consent.allows('functional') && !unstored && !signal.aborted) {
      try {
        return await rows.update(run);
      } catch (cause) {
        problems.report({ code: 'attention-failed', message: '', cause });
      }
    }
    const [changed, answer] = run(memory);
    memory = { ...memory, ...changed };
    return answer;
  };
  return {
    key,
    change,
    read() {
      const allowed = consent.allows('functional');
      if (known?.allowed !== allowed) known = { state: change((state) => [{}, state]), allowed };
      return known.state;
    },
    forget() {
      known = undefined;
      memory = {};
      return unstored ? Promise.resolve() : rows.forget(`${key}/`);
    },
    close: rows.close,
  };
}
