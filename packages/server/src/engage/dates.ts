import { dueAnniversary, dueBirthday, readMonthDay } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { rewardOnce } from './reward-once.ts';

const BIRTHDAY = {
  en: 'Happy birthday',
  bg: 'Честит рожден ден',
  pl: 'Wszystkiego najlepszego',
  ru: 'С днём рождения',
};

/** Gives a locked person the gifts of this day: birthday and anniversaries, for customers only. */
export async function settleDates(tx: Queryable, context: ServerContext, personId: string): Promise<void> {
  const { birthday, anniversaries = [] } = context.program;
  if (!birthday && anniversaries.length === 0) return;
  const rows = await tx.query<{ created_at: number; customer_id: string | null }>(
    'select created_at, customer_id from person where id = $1',
    [personId],
  );
  // Whoever shows up as a new visitor each day would have a birthday each day.
  if (rows[0] === undefined || rows[0].customer_id === null) return;
  await giveBirthday(tx, context, personId);
  await giveAnniversaries(tx, context, { personId, joinedAt: rows[0].created_at });
}

async function giveBirthday(tx: Queryable, context: ServerContext, personId: string): Promise<void> {
  const rule = context.program.birthday;
  if (!rule) return;
  const rows = await tx.query<{ value: string; t: number }>(
    `select value, t from person_setting where name = 'birthday' and person_id in (${PERSONS}) order by t desc limit 1`,
    [personId],
  );
  const born = readMonthDay(rows[0]?.value ?? '');
  if (!born || !rows[0]) return;
  const given = await tx.query<{ t: number | null }>(
    `select max(t)::bigint as t from award where source = 'birthday' and person_id in (${PERSONS})`,
    [personId],
  );
  const now = context.now();
  const who = { born, setAt: rows[0].t, lastGiftAt: given[0]?.t ?? null };
  const year = dueBirthday(who, rule, { now, zone: context.program.zone });
  if (year === null) return;
  const { reward } = rule;
  const gift = { personId, source: 'birthday', id: 'birthday', nth: String(year), reward } as const;
  await rewardOnce(tx, context, { ...gift, label: BIRTHDAY, t: now, untrusted: false });
}

async function giveAnniversaries(
  tx: Queryable,
  context: ServerContext,
  { personId, joinedAt }: { readonly personId: string; readonly joinedAt: number },
): Promise<void> {
  const now = context.now();
  for (const { id, name, since, after, reward } of context.program.anniversaries ?? []) {
    const start = since === 'joined' ? joinedAt : await firstOrder(tx, personId);
    if (start === null) continue;
    const nth = dueAnniversary(start, after, { now, zone: context.program.zone });
    if (nth === null) continue;
    const gift = { personId, source: 'anniversary', id, nth: String(nth), reward } as const;
    await rewardOnce(tx, context, { ...gift, label: name, t: now, untrusted: false });
  }
}

async function firstOrder(tx: Queryable, personId: string): Promise<number | null> {
  const rows = await tx.query<{ t: number | null }>(
    `select min(placed_at)::bigint as t from shop_order
     where person_id in (${PERSONS}) and paid_at is not null and cancelled_at is null`,
    [personId],
  );
  return rows[0]?.t ?? null;
}
