import type { Queryable } from '../db/database.ts';
import type { Win } from './play.ts';

/** Plays and awards in one form. */
export const WINS = `(
  select id, person_id, label, reward, t, ends_at, campaign_id, pool, voided_at, 'game' as source from play
  union all
  select id, person_id, label, reward, t, ends_at, null, null, voided_at, source from award
) as win`;

/** A play or award by its id. */
export async function findWin(db: Queryable, id: string): Promise<Win | null> {
  const plays = await db.query<Win>('select * from play where id = $1', [id]);
  if (plays[0]) return plays[0];
  const awards = await db.query<Win>(`select * from ${WINS} where id = $1 and campaign_id is null`, [id]);
  return awards[0] ?? null;
}
