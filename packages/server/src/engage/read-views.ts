import type { Action, ActionResults, ReferralView, Reward } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { type Actor, type Answer, labelFor } from '../rewards/play.ts';
import { readEntitlements } from './entitlements.ts';
import { readLeaderboard } from './leaderboards.ts';
import { readCode } from './referral.ts';
import { settlePerson } from './settle-person.ts';
import { type ViewText, viewBadge, viewQuest, viewStreak } from './views.ts';

/** What this room can show. */
export const engagementReads = [
  'badges',
  'streaks',
  'quests',
  'leaderboard',
  'referral',
  'entitlements',
] as const;
export type EngagementRead = (typeof engagementReads)[number];

type Read = ActionResults['read'];

/** Whether a read is this room's. */
export function isEngagementRead(what: Extract<Action, { type: 'read' }>['what']): what is EngagementRead {
  return engagementReads.some((each) => each === what);
}

/** Reads one of the views; what fell due since the last look is settled first. */
export function readEngagement(
  context: ServerContext,
  actor: Actor,
  { what, id }: { readonly what: EngagementRead; readonly id?: string | undefined },
): Promise<Answer<Read>> {
  return context.db.transaction(async (tx) => {
    if (what === 'leaderboard') {
      const leaderboard = await readLeaderboard(tx, context, { actor, id });
      return leaderboard ? { ok: true, result: { leaderboard } } : { ok: false, reason: 'not-found' };
    }
    const standing = await settlePerson(tx, context, actor.personId);
    if (what === 'referral') {
      const referral = await readReferral(tx, context, actor);
      return referral ? { ok: true, result: { referral } } : { ok: false, reason: 'not-found' };
    }
    if (what === 'entitlements') {
      return { ok: true, result: { entitlements: await readEntitlements(tx, context, actor) } };
    }
    const text: ViewText = (label) => labelFor(label, actor.locale, context.campaigns.fallbackLocales);
    const isAsked = (each: { readonly id: string }): boolean => id === undefined || each.id === id;
    const views = {
      badges: () => ({
        badges: standing.badges.filter(({ badge }) => isAsked(badge)).map((one) => viewBadge(one, text)),
      }),
      quests: () => ({
        quests: standing.quests.filter(({ quest }) => isAsked(quest)).map((one) => viewQuest(one, text)),
      }),
      streaks: () => ({
        streaks: standing.streaks
          .filter(({ streak }) => isAsked(streak))
          .map((one) => viewStreak(one, { text, now: context.now() })),
      }),
    };
    return { ok: true, result: views[what]() };
  });
}

async function readReferral(
  tx: Queryable,
  context: ServerContext,
  actor: Actor,
): Promise<ReferralView | null> {
  const rule = context.program.referral;
  if (!rule) return null;
  const counts = await tx.query<{ pending: number; rewarded: number }>(
    `select count(*) filter (where state in ('waiting', 'review'))::int as pending,
       count(*) filter (where state = 'rewarded')::int as rewarded from referral where referrer_id in (${PERSONS})`,
    [actor.personId],
  );
  const show = (reward: Reward): ReferralView['friend'] =>
    reward.type === 'points' ? { type: reward.type, points: reward.points } : { type: reward.type };
  return {
    code: await readCode(tx, context, actor.personId),
    referrer: show(rule.referrer),
    friend: show(rule.friend),
    pending: counts[0]?.pending ?? 0,
    rewarded: counts[0]?.rewarded ?? 0,
  };
}
