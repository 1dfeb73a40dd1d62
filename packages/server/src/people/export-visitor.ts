import type { Queryable, Row } from '../db/database.ts';

/** Everything the server holds of a visitor, as one JSON document. `null`: nobody of that id. */
export async function exportVisitor(db: Queryable, anonymousId: string): Promise<Row | null> {
  const visitors = await db.query<Row & { person_id: string }>(
    `select v.anonymous_id, v.first_seen, v.last_seen, coalesce(p.merged_into, p.id) as person_id, r.customer_id
     from visitor v join person p on p.id = v.person_id join person r on r.id = coalesce(p.merged_into, p.id)
     where v.anonymous_id = $1`,
    [anonymousId],
  );
  const visitor = visitors[0];
  if (!visitor) return null;
  const own = 'select id from person where id = $1 or merged_into = $1';
  const of = (sql: string): Promise<readonly Row[]> => db.query(sql, [visitor.person_id]);
  return {
    visitor,
    events: await db.query('select * from event where anonymous_id = $1 order by t, seq', [anonymousId]),
    batches: await db.query('select * from batch where anonymous_id = $1 order by received_at', [
      anonymousId,
    ]),
    orders: await of(`select * from shop_order where person_id in (${own}) order by placed_at`),
    plays: await of(
      `select play.id, campaign_id, pool, version, prize_index, label, play.t, claim.code, claim.points
       from play left join claim on claim.play_id = play.id where person_id in (${own}) order by play.t`,
    ),
    movements: await of(
      `select m.id, m.kind, m.source, m.order_id, m.rule, m.t, m.expires_at, p.points from movement m
       join posting p on p.movement_id = m.id and p.account = 'person:' || m.person_id
       where m.person_id in (${own}) order by m.t`,
    ),
  };
}
