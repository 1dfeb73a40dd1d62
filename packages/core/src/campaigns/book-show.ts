import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { Fired } from '../rules/decision.ts';
import { noHistory } from '../rules/shown-history.ts';
import type { Attention, AttentionState } from './attention.ts';
import { capRefusal, leaseMs } from './limits.ts';

/** What a reservation is asked with. */
export interface Claim {
  readonly attention: Attention;
  readonly campaign: Campaign;
  readonly caps: CampaignDocument['caps'];
  readonly session: string | null;
  readonly token: string;
  /** What the visitor asked for, or what goes on from the page before, is kept back by no cap. */
  readonly by: Fired;
  readonly now: () => number;
}

const newest = <T>(list: readonly T[]): readonly T[] => list.slice(-50);
const seen = ({ budget }: AttentionState, { now }: Claim): number => Math.max(budget.seenMs, now());

/** Checks the caps anew and reserves; answers why not, or `null`. */
export function reserve(claim: Claim): Promise<string | null> {
  return claim.attention.change((state) => {
    const now = claim.now();
    const refusal = claim.by === 'fired' ? capRefusal({ ...claim, ...state, now }) : null;
    if (refusal || !('overlay' in claim.campaign.placement)) return [{}, refusal];
    const lease = { token: claim.token, until: now + leaseMs };
    return [{ budget: { ...state.budget, seenMs: seen(state, claim), lease } }, null];
  });
}

/** The visitor saw it (or was held out): counts against every cap and gives the reservation back. */
export function confirm(claim: Claim): Promise<unknown> {
  const { attention, campaign, session, by } = claim;
  return attention.change((state) => {
    const { history, budget } = state;
    const at = seen(state, claim);
    const past = history[campaign.id] ?? noHistory;
    const row = { ...past, shows: newest([...past.shows, at]), count: past.count + 1, tags: campaign.tags };
    const spends = 'overlay' in campaign.placement && by === 'fired' && session !== null;
    const shows = spends ? newest([...budget.shows, [at, session] as const]) : budget.shows;
    return [{ [`${attention.key}/${campaign.id}`]: row, budget: { seenMs: at, shows } }, null];
  });
}

/** Counts how a presentation ended. */
export function note(
  { attention, campaign: { id } }: Claim,
  what: 'dismissed' | 'completed' | 'clicked',
): Promise<unknown> {
  return attention.change(({ history }) => {
    const past = history[id] ?? noHistory;
    return [{ [`${attention.key}/${id}`]: { ...past, [what]: past[what] + 1 } }, null];
  });
}

/** Gives a reservation back that came to nothing. */
export function release({ attention, token }: Claim): Promise<unknown> {
  return attention.change(({ budget: { lease, ...budget } }) => [
    lease?.token === token ? { budget } : {},
    null,
  ]);
}
