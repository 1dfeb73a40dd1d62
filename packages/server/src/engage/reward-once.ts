import type { Reward } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { giveReward } from '../rewards/give-reward.ts';
import { type Budget, takeBudget } from './take-budget.ts';

/** A reward that was reached. */
export interface Reached {
  readonly personId: string;
  readonly source: 'quest' | 'streak' | 'badge' | 'referral' | 'birthday' | 'anniversary';
  readonly id: string;
  /** What about it: number, year, or friend; with source, id and person it is paid once. */
  readonly nth: string;
  readonly reward: Reward;
  readonly label: Readonly<Record<string, string>>;
  readonly t: number;
  /** A browser's word counted on the way. */
  readonly untrusted: boolean;
  readonly budget?: Budget | undefined;
}

/**
 * Pays a reward once. Where a browser's word counted, only within the rule's budgets; when they are used up the deed still
 * counts and pays nothing. Answers whether it was paid now.
 */
export async function rewardOnce(tx: Queryable, context: ServerContext, reached: Reached): Promise<boolean> {
  const { personId, source, id, nth, label, t, untrusted, budget } = reached;
  const cause = `${id}:${personId}:${nth}`;
  const rule = `${source}:${id}`;
  const mayPay =
    reached.reward.type === 'none' ||
    (budget ? await takeBudget(tx, { rule, personId, cause, budget, t }) : !untrusted);
  const reward: Reward = mayPay ? reached.reward : { type: 'none' };
  const given = await giveReward(tx, context, {
    personId,
    source,
    sourceId: cause,
    rule: id,
    reward,
    label,
    t,
    untrusted,
  });
  return given !== null && reward.type !== 'none';
}
