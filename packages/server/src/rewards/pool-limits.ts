import { localDayNumber } from '@regulars/core/rules';
import type { Limit, Pool } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { SeededPool } from './pools.ts';

const DAY_MS = 86_400_000;
/** Without a limit of its own a pool gives each person one play. */
const DEFAULT_LIMIT: Limit = { max: 1, days: 36_500 };

/** How often one person may play a pool. */
export function limitOf(pool: Pool): Limit {
  return pool.perPerson ?? DEFAULT_LIMIT;
}

/** Whether a locked person has played as often as the pool allows. */
export async function hasReachedLimit(
  tx: Queryable,
  { name, pool }: SeededPool,
  personId: string,
  now: number,
): Promise<boolean> {
  const { max, days } = limitOf(pool);
  const rows = await tx.query<{ count: number }>(
    `select count(*)::int as count from play where pool = $1 and t > $3 and (voided_at is null or revoked)
       and person_id in (select id from person where id = $2 or merged_into = $2)`,
    [name, personId, Math.round(now - days * DAY_MS)],
  );
  return (rows[0]?.count ?? 0) >= max;
}

/** Counts a play against the pool's day; `false` when the day is full. */
export async function takeDay(
  tx: Queryable,
  { program }: Pick<ServerContext, 'program'>,
  { name, pool }: SeededPool,
  now: number,
): Promise<boolean> {
  if (pool.perDay === undefined) return true;
  const rows = await tx.query(
    `insert into pool_day (pool, day, plays) values ($1, $2, 1)
     on conflict (pool, day) do update set plays = pool_day.plays + 1 where pool_day.plays < $3 returning plays`,
    [name, localDayNumber(now, program.zone), pool.perDay],
  );
  return rows.length > 0;
}
