import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { limitOf } from '../rewards/pool-limits.ts';

const DAY_MS = 86_400_000;

interface PlayRow {
  readonly id: string;
  readonly pool: string;
  readonly version: number;
  readonly prize_index: number;
  readonly remaining: number | null;
  readonly t: number;
}

/**
 * Takes back unclaimed plays of a visitor who turned out to have played before: the account keeps its first result, and
 * the unit goes back to the stock. What was claimed already stays. Both persons are locked.
 */
export async function voidRepeats(
  tx: Queryable,
  context: Pick<ServerContext, 'program' | 'now'>,
  { own, target }: { readonly own: string; readonly target: string },
): Promise<void> {
  const plays = await tx.query<PlayRow>(
    `select id, pool, version, prize_index, remaining, t from play
     where person_id = $1 and voided_at is null order by t desc`,
    [own],
  );
  for (const play of plays) {
    const pool = context.program.pools[play.pool];
    if (!pool) continue;
    const { max, days } = limitOf(pool);
    const others = await tx.query<{ count: number }>(
      `select count(*)::int as count from play where pool = $1 and voided_at is null and abs(t - $2) < $3
         and person_id in (select id from person where (id = $4 or merged_into = $4) and id <> $5)`,
      [play.pool, play.t, Math.round(days * DAY_MS), target, own],
    );
    if ((others[0]?.count ?? 0) >= max) await voidPlay(tx, play, context.now());
  }
}

async function voidPlay(tx: Queryable, play: PlayRow, now: number): Promise<void> {
  const gone = await tx.query(
    `update play set voided_at = $2 where id = $1 and voided_at is null
       and not exists (select 1 from claim where play_id = $1) returning id`,
    [play.id, now],
  );
  if (gone.length === 0) return;
  await tx.query(
    'update pool_stock set remaining = remaining + 1 where pool = $1 and version = $2 and prize_index = $3',
    [play.pool, play.version, play.prize_index],
  );
}
