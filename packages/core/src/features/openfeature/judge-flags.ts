import { inputOf } from '../../campaigns/decision-input.ts';
import type { Judged } from '../../campaigns/judged-port.ts';
import { decide } from '../../rules/decide.ts';
import type { Judgement } from '../../rules/decision.ts';

/** What a campaign holds for this visitor. */
export interface Flag {
  readonly judgement: Judgement;
  /** Arm as `regulars report` names it: `shown`, a variant, `held-out`; `undefined`: the visitor does not get it. */
  readonly arm: string | undefined;
  /** Step and reason that decided. */
  readonly why: string;
}

const free = (): null => null;

function flagOf(judgement: Judgement): Flag {
  const { outcome, holdout, variantId = 'shown', reasons } = judgement;
  const last = reasons.at(-1);
  const arm = outcome === 'won' ? (holdout ? 'held-out' : variantId) : undefined;
  return { judgement, arm, why: `${last?.step}:${last?.why}` };
}

/**
 * What every campaign of the document holds for this visitor now, by id: as campaigns are decided, but as if each had
 * fired and had its place. A flag opens nothing, so quiet moments, slots and caps do not keep it back.
 */
export async function judgeFlags({ stage, needs, paused }: Judged): Promise<ReadonlyMap<string, Flag>> {
  const input = await inputOf(stage, needs);
  // Each alone: no flag outranks another.
  const judged = stage.document.campaigns.flatMap((campaign) =>
    decide({
      ...input,
      ...{ paused, quiet: free, placement: free, failed: {}, taken: {} },
      document: { campaigns: [campaign] },
      fired: () => 'fired',
      // Until storage was read, the visitor's id is not theirs.
      cap: (one) => (input.cap(one) === 'session-unknown' ? 'session-unknown' : null),
    }),
  );
  return new Map(judged.map((one) => [one.campaign.id, flagOf(one)]));
}
