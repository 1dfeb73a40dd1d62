import type { Queryable, Row } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';

const DEVICES = `select anonymous_id from visitor where person_id in (${PERSONS})`;

/** What the server holds of a person, by room; `$1` is the person that counts. */
const ROOMS: Readonly<Record<string, string>> = {
  persons: `select id, customer_id, created_at, birth_date from person where id in (${PERSONS})`,
  visitors: `select anonymous_id, first_seen, last_seen from visitor where person_id in (${PERSONS})`,
  events: `select * from event where anonymous_id in (${DEVICES}) order by t, seq`,
  batches: `select * from batch where anonymous_id in (${DEVICES}) order by received_at`,
  orders: `select * from shop_order where person_id in (${PERSONS}) order by placed_at`,
  plays: `select id, campaign_id, play_key, pool, version, prize_index, label, reward, t, ends_at, region
    from play where person_id in (${PERSONS}) order by t`,
  awards: `select * from award where person_id in (${PERSONS}) order by t`,
  claims: `select * from claim where play_id in (select id from play where person_id in (${PERSONS})
    union select id from award where person_id in (${PERSONS})) order by t`,
  movements: `select m.id, m.kind, m.source, m.order_id, m.rule, m.t, m.expires_at, m.unit, p.account, p.points
    from movement m join posting p on p.movement_id = m.id and p.account like '%' || m.person_id
    where m.person_id in (${PERSONS}) order by m.t`,
  tiers: `select tier, since from person_tier where person_id in (${PERSONS})`,
  streakDays: `select streak, unit, t from streak_mark where person_id in (${PERSONS}) order by t`,
  quests: `select quest, finished_at from quest_done where person_id in (${PERSONS}) order by finished_at`,
  settings: `select name, value, t from person_setting where person_id in (${PERSONS})`,
  attributes: `select name, value, at, by_shop from person_attribute where person_id in (${PERSONS})`,
  nicknames: `select nickname, t, hidden_at from nickname where person_id in (${PERSONS})`,
  referralCodes: `select code from referral_code where person_id in (${PERSONS})`,
  recommendedBy: `select t, state, reasons, decided_at from referral where friend_id in (${PERSONS})`,
  // Whom somebody recommended is the other's to know: times and outcomes only.
  recommended: `select t, state, decided_at from referral where referrer_id in (${PERSONS})`,
  freeEntries: `select pool, t from free_entry where person_id in (${PERSONS})`,
  messages: `select type, content, t from outbox where person_id in (${PERSONS}) order by t`,
};

/** Everything that the server holds of a person, as one JSON document. */
export async function exportPerson(db: Queryable, personId: string): Promise<Row> {
  const rooms: Record<string, unknown> = { personId };
  for (const [room, sql] of Object.entries(ROOMS)) rooms[room] = await db.query(sql, [personId]);
  return rooms;
}
