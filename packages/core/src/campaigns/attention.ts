import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { PortKey } from '../lib/port-registry.ts';
import {
  type AttentionBudget,
  capRefusal,
  leaseMs,
  noBudget,
  noHistory,
  type ShownHistory,
} from '../rules/cap-rule.ts';
import type { Fired } from '../rules/decision.ts';
import type { ReservationRows, Reservations } from '../storage/reservations.ts';

/** The shared attention database and the write key under which this instance keeps its rows. */
export const attentionPort: PortKey<{ readonly key: string; readonly rows: Reservations }> = {
  name: 'attention',
};

/** What caps are decided from. */
export interface AttentionState {
  readonly history: Readonly<Record<string, ShownHistory>>;
  readonly budget: AttentionBudget;
}

/** What a campaign's history counts. */
export type HistoryCount = 'dismissed' | 'completed' | 'clicked';

/** What a reservation is asked with. */
export interface Claim {
  readonly campaign: Campaign;
  readonly caps: CampaignDocument['caps'];
  readonly session: string | null;
  readonly token: string;
  /** What the visitor asked for, or what goes on from the page before, is kept back by no cap. */
  readonly by: Fired;
}

/** Caps, history and budget of this device; one transaction each. Never rejects. */
export interface Attention {
  read(): Promise<AttentionState>;
  /** Checks the caps anew and reserves; answers why not, or `null`. */
  reserve(claim: Claim): Promise<string | null>;
  /** The visitor saw it (or was held out): counts against every cap and gives the reservation back. */
  confirm(claim: Claim): Promise<void>;
  note(campaignId: string, what: HistoryCount): Promise<void>;
  /** Gives a reservation back that came to nothing. */
  release(token: string): Promise<void>;
}

/** What `createAttention` needs. */
export interface AttentionOptions {
  readonly key: string;
  readonly rows: Reservations | undefined;
  /** Whether caps may be stored now. Where not, they hold for this page alone. */
  readonly allowed: () => boolean;
  readonly now: () => number;
  readonly onFailure: (cause: unknown) => void;
}

const budgetKey = 'budget';
const newest = <T>(list: readonly T[]): readonly T[] => list.slice(-50);

/** Reads the rows of one write key. */
function stateOf(rows: ReservationRows, prefix: string): AttentionState {
  const own = Object.entries(rows).filter(([name]) => name.startsWith(prefix));
  return {
    history: Object.fromEntries(
      own.map(([name, row]) => [name.slice(prefix.length), { ...noHistory, ...(row as ShownHistory) }]),
    ),
    budget: { ...noBudget, ...(rows[budgetKey] as AttentionBudget | undefined) },
  };
}

/** Runs changes in the shared database, or on this page alone where nothing may or can be stored. */
function createUpdate({
  rows,
  allowed,
  onFailure,
}: AttentionOptions): <T>(change: (rows: ReservationRows) => readonly [ReservationRows, T]) => Promise<T> {
  let memory: ReservationRows = {};
  return async (change) => {
    if (rows && allowed()) {
      try {
        return await rows.update(change);
      } catch (cause) {
        onFailure(cause);
      }
    }
    const [changed, answer] = change(memory);
    memory = { ...memory, ...changed };
    return answer;
  };
}

/** Rows after a show: history and shared budget, the reservation given back. */
function bookShow(
  { history, budget }: AttentionState,
  claim: Claim,
  at: number,
  prefix: string,
): ReservationRows {
  const { campaign, session, by } = claim;
  const past = history[campaign.id] ?? noHistory;
  const row = { ...past, shows: newest([...past.shows, at]), count: past.count + 1, tags: campaign.tags };
  const spends = 'overlay' in campaign.placement && by === 'fired' && session !== null;
  const shows = spends ? newest([...budget.shows, [at, session] as const]) : budget.shows;
  return { [prefix + campaign.id]: row, [budgetKey]: { seenMs: at, shows } };
}

/** Builds the keeper of caps over the shared database. */
export function createAttention(options: AttentionOptions): Attention {
  const { now } = options;
  const prefix = `${options.key}/`;
  const update = createUpdate(options);
  // A reservation checks anew in its own transaction, so deciding may work with what was read before the last change.
  let known: { readonly state: Promise<AttentionState>; readonly allowed: boolean } | null = null;
  const change = <T>(work: (state: AttentionState) => readonly [ReservationRows, T]): Promise<T> => {
    known = null;
    return update((rows) => work(stateOf(rows, prefix)));
  };
  const seen = (budget: AttentionBudget): number => Math.max(budget.seenMs, now());

  return {
    read() {
      const allowed = options.allowed();
      if (known?.allowed !== allowed) known = { state: change((state) => [{}, state]), allowed };
      return known.state;
    },
    reserve: (claim) =>
      change((state) => {
        const refusal = claim.by !== 'fired' ? null : capRefusal({ ...claim, ...state, now: now() });
        if (refusal || !('overlay' in claim.campaign.placement)) return [{}, refusal];
        const lease = { token: claim.token, until: now() + leaseMs };
        return [{ [budgetKey]: { ...state.budget, seenMs: seen(state.budget), lease } }, null];
      }),
    confirm: (claim) => change((state) => [bookShow(state, claim, seen(state.budget), prefix), undefined]),
    note: (id, what) =>
      change(({ history }) => {
        const past = history[id] ?? noHistory;
        return [{ [prefix + id]: { ...past, [what]: past[what] + 1 } }, undefined];
      }),
    release: (token) =>
      change(({ budget: { lease, ...budget } }) => [
        lease?.token === token ? { [budgetKey]: budget } : {},
        undefined,
      ]),
  };
}
