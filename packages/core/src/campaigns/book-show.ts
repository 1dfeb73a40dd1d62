import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { WindowStart } from '../rules/cap-rule.ts';
import type { Fired } from '../rules/decision.ts';
import { type Assignee, recordArm } from '../rules/record-arm.ts';
import { type ArmRecord, noHistory } from '../rules/shown-history.ts';
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
  readonly windowStart?: WindowStart | undefined;
  /** Who was assigned which variant, where that is measured. */
  readonly who?: Assignee | undefined;
  readonly variantId?: string | undefined;
  readonly now: () => number;
}

const newest = <T>(list: readonly T[]): readonly T[] => list.slice(-50);
const seen = ({ budget }: AttentionState, { now }: Claim): number => Math.max(budget.seenMs, now());

function armsOf(
  { campaign: { experiment }, who, variantId }: Claim,
  records: readonly ArmRecord[] | undefined,
): readonly ArmRecord[] | undefined {
  return experiment && who && variantId ? recordArm(experiment, { ...who, records }, variantId) : records;
}

/** Checks the caps anew and reserves; answers why not, or `null`. */
export function reserve(claim: Claim): Promise<string | null> {
  return claim.attention.change((state, everywhere = state) => {
    const now = claim.now();
    const refusal = claim.by === 'fired' ? capRefusal({ ...claim, ...everywhere, now }) : null;
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
    const { tags, version, placement, frequency } = campaign;
    const known = history[campaign.id] ?? noHistory;
    const isNew = frequency?.resetOnVersion && (known.version ?? 0) < (version ?? 0);
    const past = isNew ? { ...noHistory, arms: known.arms } : known;
    const row = {
      ...past,
      ...{ tags, version, arms: armsOf(claim, past.arms) },
      ...('overlay' in placement && { kind: placement.overlay }),
      shows: newest([...past.shows, at]),
      count: past.count + 1,
    };
    const spends = 'overlay' in placement && by === 'fired' && session !== null;
    const shows = spends ? newest([...budget.shows, [at, session] as const]) : budget.shows;
    return [{ [`${attention.key}/${campaign.id}`]: row, budget: { seenMs: at, shows } }, null];
  });
}

/** Counts how a presentation ended. */
export function note(claim: Claim, what: 'dismissed' | 'completed' | 'clicked'): Promise<unknown> {
  const { attention, campaign } = claim;
  const { id } = campaign;
  return attention.change((state) => {
    const past = state.history[id] ?? noHistory;
    const row = {
      ...past,
      [what]: past[what] + 1,
      ...(what === 'dismissed' && { dismissedAt: seen(state, claim) }),
    };
    return [{ [`${attention.key}/${id}`]: row }, null];
  });
}

/** Gives a reservation back that came to nothing. */
export function release({ attention, token }: Claim): Promise<unknown> {
  return attention.change(({ budget: { lease, ...budget } }) => [
    lease?.token === token ? { budget } : {},
    null,
  ]);
}
