import {
  dueMilestones,
  foldStreak,
  type StreakMark,
  type StreakRule,
  type StreakStanding,
  streakAt,
  unitOf,
} from '@regulars/core/rules';
import type { Streak } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { rewardOnce } from './reward-once.ts';

/** Acts that reach us later than this count for no day: otherwise a browser could fill in a month at once. */
const LATE_MS = 48 * 3_600_000;

/** A streak, how it counts for a person, and how it stands. */
export interface StreakOf {
  readonly streak: Streak;
  readonly rule: StreakRule;
  readonly standing: StreakStanding;
  /** Days (or weeks) with an act. */
  readonly marked: ReadonlySet<number>;
}

/** Notes acts that make days count; call it in the transaction that stores them. */
export async function markStreaks(
  tx: Queryable,
  context: ServerContext,
  acts: {
    readonly personId: string;
    readonly receivedAt: number;
    readonly acts: readonly { readonly name: string; readonly t: number }[];
  },
): Promise<void> {
  const { personId, receivedAt } = acts;
  for (const streak of context.program.streaks ?? []) {
    const fitting = acts.acts.filter(({ name, t }) => name === streak.on && t >= receivedAt - LATE_MS);
    if (fitting.length === 0) continue;
    const rule = await ruleOf(tx, context, { streak, personId });
    for (const { t } of fitting) {
      await tx.query(
        `insert into streak_mark (person_id, streak, unit, t) values ($1, $2, $3, $4)
         on conflict (person_id, streak, unit) do update set t = least(streak_mark.t, excluded.t)`,
        [personId, streak.id, unitOf(t, rule), Math.round(t)],
      );
    }
  }
}

/** Reads the streaks of a locked person and pays the milestones they reached. */
export async function settleStreaks(
  tx: Queryable,
  context: ServerContext,
  personId: string,
): Promise<readonly StreakOf[]> {
  const all: StreakOf[] = [];
  for (const streak of context.program.streaks ?? []) {
    const rule = await ruleOf(tx, context, { streak, personId });
    const marks = await tx.query<StreakMark>(
      `select unit, min(t)::bigint as t from streak_mark where streak = $2 and person_id in (${PERSONS}) group by unit order by 2, 1`,
      [personId, streak.id],
    );
    const state = foldStreak(marks, rule);
    const paid = await tx.query<{ count: number; unit: number }>(
      `select count, unit from streak_paid where streak = $2 and person_id in (${PERSONS})`,
      [personId, streak.id],
    );
    const counts = streak.milestones.map(({ count }) => count);
    for (const count of dueMilestones(state, counts, paid)) {
      await payMilestone(tx, context, { streak, personId, count, unit: state.last?.unit ?? 0 });
    }
    const marked = new Set(marks.map(({ unit }) => unit));
    all.push({ streak, rule, marked, standing: streakAt(state, context.now(), rule) });
  }
  return all;
}

async function payMilestone(
  tx: Queryable,
  context: ServerContext,
  reached: {
    readonly streak: Streak;
    readonly personId: string;
    readonly count: number;
    readonly unit: number;
  },
): Promise<void> {
  const { streak, personId, count, unit } = reached;
  await tx.query(
    'insert into streak_paid (person_id, streak, count, unit) values ($1, $2, $3, $4) on conflict do nothing',
    [personId, streak.id, count, unit],
  );
  const milestone = streak.milestones.find((each) => each.count === count);
  if (!milestone) return;
  await rewardOnce(tx, context, {
    personId,
    source: 'streak',
    id: streak.id,
    nth: `${count}:${unit}`,
    reward: milestone.reward,
    label: streak.name,
    t: context.now(),
    untrusted: streak.on !== 'order_placed',
    budget: streak.budget,
  });
}

async function ruleOf(
  tx: Queryable,
  context: ServerContext,
  { streak, personId }: { readonly streak: Streak; readonly personId: string },
): Promise<StreakRule> {
  const { every = 'day', grace = 0, freeze, dayStart, zone: named = 'shop' } = streak;
  const isDevice = named === 'device';
  const own = isDevice ? await readZone(tx, personId) : undefined;
  const zone = own ?? (named === 'shop' || isDevice ? context.program.zone : named);
  return { every, grace, freeze, dayStart, zone, device: isDevice };
}

async function readZone(tx: Queryable, personId: string): Promise<string | undefined> {
  const rows = await tx.query<{ value: string }>(
    `select value from person_setting where name = 'zone' and person_id in (${PERSONS}) order by t desc limit 1`,
    [personId],
  );
  return rows[0]?.value;
}
