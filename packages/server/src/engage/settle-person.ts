import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { type BadgeStanding, settleBadges } from './badges.ts';
import { settleDates } from './dates.ts';
import { type QuestStanding, settleQuests } from './quests.ts';
import { settleReferral } from './referral.ts';
import { type StreakOf, settleStreaks } from './streaks.ts';

/** Everything that a person is on the way to. */
export interface PersonStanding {
  readonly quests: readonly QuestStanding[];
  readonly streaks: readonly StreakOf[];
  readonly badges: readonly BadgeStanding[];
}

/** Brings a person up to now in one transaction: quests, streaks, referral, dates, then badges, which look at the others. */
export async function settlePerson(
  tx: Queryable,
  context: ServerContext,
  personId: string,
): Promise<PersonStanding> {
  const owner = await lockPerson(tx, personId);
  const quests = await settleQuests(tx, context, owner);
  const streaks = await settleStreaks(tx, context, owner);
  await settleReferral(tx, context, owner);
  await settleDates(tx, context, owner);
  const badges = await settleBadges(tx, context, { personId: owner, quests, streaks });
  return { quests, streaks, badges };
}
