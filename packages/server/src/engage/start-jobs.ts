import { readMonthDay } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import { rankCustomers } from '../people/attributes/rank-customers.ts';
import { runHourly } from '../run-hourly.ts';
import { settlePerson } from './settle-person.ts';

const PEOPLE_MAX = 500;

/**
 * Settles everybody for whom a day may bring something: an open referral, a birthday or an anniversary near today. Each in a
 * transaction of its own. Answers how many were looked at.
 */
export async function settleDue(
  context: ServerContext,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const { db, program } = context;
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await db.query<{ id: string; birthday: string | null; open: boolean }>(
      `select p.id, (select value from person_setting s where s.person_id = p.id and s.name = 'birthday') as birthday,
         exists (select 1 from referral r where r.friend_id = p.id and r.state = 'waiting' and r.order_id is not null) as open
       from person p where p.id > $1 and p.merged_into is null and p.erased_at is null
         and (p.customer_id is not null or exists (select 1 from referral r where r.friend_id = p.id and r.state = 'waiting'))
       order by p.id limit ${PEOPLE_MAX}`,
      [after],
    );
    for (const { id, birthday, open } of rows) {
      if (isStopped()) return count;
      const isNear =
        open || (program.anniversaries?.length ?? 0) > 0 || isNearBirthday(birthday, context.now());
      if (!isNear) continue;
      await db.transaction((tx) => settlePerson(tx, context, id));
      count += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PEOPLE_MAX) return count;
    after = last.id;
  }
}

/** Within nine days before or after, whatever the zone and the leap year. */
function isNearBirthday(value: string | null, now: number): boolean {
  const born = readMonthDay(value ?? '');
  if (!born) return false;
  const year = new Date(now).getUTCFullYear();
  return [year - 1, year, year + 1].some(
    (each) => Math.abs(Date.UTC(each, born.month - 1, born.day) - now) < 9 * 86_400_000,
  );
}

/** What a day may bring, by the documents of this moment. */
async function settleToday(context: ServerContext, isStopped: () => boolean): Promise<void> {
  await rankCustomers(context);
  const { birthday, anniversaries, referral } = context.program;
  if (birthday || anniversaries || referral) await settleDue(context, isStopped);
}

/** Settles once the documents are there, and each hour. The returned function ends it, after the person under way. */
export const startJobs = (context: ServerContext, ready: Promise<void>): (() => Promise<void>) =>
  runHourly(context, { name: 'engage', ready, work: (isStopped) => settleToday(context, isStopped) });
