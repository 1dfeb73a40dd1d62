import { badgeProgress, type Deeds } from '@regulars/core/rules';
import type { Badge } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import type { QuestStanding } from './quests.ts';
import { rewardOnce } from './reward-once.ts';
import type { StreakOf } from './streaks.ts';

/** A badge, how far a person is, and since when it has it. */
export interface BadgeStanding {
  readonly badge: Badge;
  readonly done: number;
  readonly goal: number;
  readonly earnedAt: number | null;
}

/** Gives a locked person the badges it earned; what was earned once stays. */
export async function settleBadges(
  tx: Queryable,
  context: ServerContext,
  who: {
    readonly personId: string;
    readonly quests: readonly QuestStanding[];
    readonly streaks: readonly StreakOf[];
  },
): Promise<readonly BadgeStanding[]> {
  const badges = context.program.badges ?? [];
  if (badges.length === 0) return [];
  const { personId } = who;
  const deeds = await readSums(tx, context, who);
  const had = await readBadges(tx, personId);
  const standings: BadgeStanding[] = [];
  for (const badge of badges) {
    const progress = badgeProgress(badge, deeds);
    let earnedAt = had.get(badge.id) ?? null;
    if (earnedAt === null && progress.done >= progress.goal) {
      earnedAt = context.now();
      await give(tx, context, { badge, personId, t: earnedAt });
    }
    standings.push({
      badge,
      earnedAt,
      goal: progress.goal,
      done: earnedAt === null ? progress.done : progress.goal,
    });
  }
  return standings;
}

/** Ids of a person's badges and when each was earned, epoch ms. */
export async function readBadges(tx: Queryable, personId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ rule: string; t: number }>(
    `select rule, min(t)::bigint as t from award where source = 'badge' and person_id in (${PERSONS}) group by rule`,
    [personId],
  );
  return new Map(rows.map(({ rule, t }) => [rule, t]));
}

async function give(
  tx: Queryable,
  context: ServerContext,
  { badge, personId, t }: { readonly badge: Badge; readonly personId: string; readonly t: number },
): Promise<void> {
  const { id, name, when, reward = { type: 'none' }, budget } = badge;
  const untrusted = 'event' in when || 'quest' in when || 'streak' in when;
  const gift = { personId, source: 'badge', id, nth: 'once', reward, label: name, t, untrusted } as const;
  await rewardOnce(tx, context, { ...gift, budget });
  const key = `${id}:${personId}`;
  await emit(tx, context, { type: 'badge_earned', key, personId, t, content: { badgeId: id } });
}

async function readSums(
  tx: Queryable,
  context: ServerContext,
  { personId, quests, streaks }: Parameters<typeof settleBadges>[2],
): Promise<Deeds> {
  const orders = await tx.query<{ orders: number; spend: number }>(
    `select count(*)::int as orders, coalesce(sum(total - refunded) filter (where currency = $2), 0)::bigint as spend
     from shop_order where person_id in (${PERSONS}) and paid_at is not null and cancelled_at is null and refunded < total`,
    [personId, context.program.currency],
  );
  const friends = await tx.query<{ count: number }>(
    `select count(*)::int as count from referral where state = 'rewarded' and referrer_id in (${PERSONS})`,
    [personId],
  );
  const names = (context.program.badges ?? []).flatMap(({ when }) => ('event' in when ? [when.event] : []));
  const events = await tx.query<{ name: string; count: number }>(
    `select e.name, count(*)::int as count from visitor v join event e on e.anonymous_id = v.anonymous_id
     where v.person_id in (${PERSONS}) and e.name = any($2::text[]) and not e.test group by e.name`,
    [personId, names],
  );
  return {
    orders: orders[0]?.orders ?? 0,
    spend: orders[0]?.spend ?? 0,
    referrals: friends[0]?.count ?? 0,
    questCompletions: Object.fromEntries(
      quests.map(({ quest, progress }) => [quest.id, progress.completions]),
    ),
    longestStreaks: Object.fromEntries(streaks.map(({ streak, standing }) => [streak.id, standing.longest])),
    events: Object.fromEntries(events.map(({ name, count }) => [name, count])),
  };
}
