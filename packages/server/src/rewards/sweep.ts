import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { runHourly } from '../run-hourly.ts';
import { lockPerson } from './ledger/lock-person.ts';
import { settle } from './ledger/settle.ts';
import { noteTier } from './tiers.ts';

const DAY_MS = 86_400_000;
const PEOPLE_MAX = 500;
/** The shop hears of an end this long before it. */
const POINTS_WARNING_MS = 30 * DAY_MS;
const COUPON_WARNING_MS = 3 * DAY_MS;

/** People whose ledger has something to do by itself, or whose points end soon. */
const DUE = `select distinct coalesce(p.merged_into, p.id) as id from movement m join person p on p.id = m.person_id
left join shop_order o on m.source = 'order' and o.order_id = m.order_id
where coalesce(p.merged_into, p.id) > $3
  and (m.expires_at between $2 and $1 or (m.kind = 'earned' and o.points_at between $2 and $4)
    or (m.expires_at is null and m.sliding_ms is not null))
order by 1 limit ${PEOPLE_MAX}`;

/**
 * Books what time alone does: points become available or end, tiers fall, the shop hears what ends soon. People are settled
 * when they come, too; this is for those who do not. Answers how many were looked at.
 */
export async function sweepRewards(
  context: ServerContext,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const now = context.now();
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await context.db.query<{ id: string }>(DUE, [
      now + POINTS_WARNING_MS,
      now - 400 * DAY_MS,
      after,
      now,
    ]);
    for (const { id } of rows) {
      if (isStopped()) return count;
      await context.db.transaction((tx) => sweepPerson(tx, context, id));
      count += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PEOPLE_MAX) break;
    after = last.id;
  }
  await context.db.transaction((tx) => tellCoupons(tx, context));
  return count + (await sweepTiers(context, isStopped));
}

async function sweepPerson(tx: Queryable, context: ServerContext, personId: string): Promise<void> {
  const now = context.now();
  const owner = await lockPerson(tx, personId);
  const lots = await settle(tx, context, owner, now);
  await noteTier(tx, context, owner, { reward: false });
  for (const lot of lots) {
    if (lot.pending || lot.expiresAt === null || lot.expiresAt > now + POINTS_WARNING_MS) continue;
    await emit(tx, context, {
      type: 'points_expiring',
      key: `${lot.id}:${lot.expiresAt}`,
      personId: owner,
      t: now,
      content: { points: lot.points, unit: lot.unit, at: lot.expiresAt },
    });
  }
}

/** Tells of coupons that end soon and were not used. */
async function tellCoupons(tx: Queryable, context: ServerContext): Promise<void> {
  const now = context.now();
  const rows = await tx.query<{ id: string; person_id: string; code: string; ends_at: number }>(
    `select c.play_id as id, coalesce(w.person_id, a.person_id) as person_id, c.code, c.ends_at from claim c
     left join play w on w.id = c.play_id left join award a on a.id = c.play_id
     where c.code is not null and c.used_at is null and c.ends_at > $1 and c.ends_at <= $2
       and coalesce(w.person_id, a.person_id) is not null`,
    [now, now + COUPON_WARNING_MS],
  );
  for (const { id, person_id, code, ends_at } of rows) {
    await emit(tx, context, {
      type: 'coupon_expiring',
      key: id,
      personId: person_id,
      t: now,
      content: { code, at: ends_at },
    });
  }
}

/** Looks at everybody who is in a tier: its points may have left the window. */
async function sweepTiers(context: ServerContext, isStopped: () => boolean): Promise<number> {
  if (!context.program.tiers) return 0;
  const rows = await context.db.query<{ person_id: string }>(
    'select person_id from person_tier where tier is not null order by person_id',
  );
  for (const { person_id } of rows) {
    if (isStopped()) break;
    await context.db.transaction(async (tx) => {
      await noteTier(tx, context, await lockPerson(tx, person_id), { reward: false });
    });
  }
  return rows.length;
}

/** Sweeps now and each hour. The returned function ends it, after the person under way. */
export const startRewardsSweep = (context: ServerContext, ready: Promise<void>): (() => Promise<void>) =>
  runHourly(context, { name: 'rewards', ready, work: (isStopped) => sweepRewards(context, isStopped) });
