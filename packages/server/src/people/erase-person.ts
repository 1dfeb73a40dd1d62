import { randomUUID } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';

/** What goes of browsers; `$1` are their ids. */
const GONE_OF_DEVICES: readonly string[] = [
  'delete from event where anonymous_id = any($1)',
  'delete from visitor where anonymous_id = any($1)',
  'delete from shared_device where anonymous_id = any($1)',
  'update batch set anonymous_id = null where anonymous_id = any($1)',
  'update shop_order set anonymous_id = null where anonymous_id = any($1)',
  'update play set anonymous_id = null where anonymous_id = any($1)',
];

/** What goes of persons; `$1` are their ids. */
const GONE_OF_PERSONS: readonly string[] = [
  'delete from shared_device where person_id = any($1)',
  'delete from streak_mark where person_id = any($1)',
  'delete from streak_paid where person_id = any($1)',
  'delete from quest_done where person_id = any($1)',
  'delete from person_setting where person_id = any($1)',
  'delete from nickname where person_id = any($1)',
  'delete from referral where friend_id = any($1) or referrer_id = any($1)',
  'delete from referral_code where person_id = any($1)',
  'delete from order_signal where person_id = any($1)',
  'delete from person_attribute where person_id = any($1)',
  'delete from person_tier where person_id = any($1)',
  'delete from person_payout where person_id = any($1)',
  'delete from outbox where person_id = any($1)',
  'update shop_order set customer_id = null, coupon = null where person_id = any($1)',
];

/** Books that stay, without what names somebody; `$1` are the plays and awards of the person. */
const BLANKED_WINS: readonly string[] = [
  `update coupon_code set code = 'erased-' || claim_id where claim_id = any($1)`,
  'update claim set code = null where play_id = any($1)',
  `update play set anonymous_id = null, region = null, play_key = 'erased-' || gen_random_uuid() where id = any($1)`,
];

/**
 * Erases a person: journeys, decisions, answers, nicknames, streaks, referral and messages are deleted; orders, plays and
 * ledger lines stay as book-keeping under a new pseudonym that nothing leads to. Answers `false` when nobody has this id.
 */
export async function erasePerson(tx: Queryable, personId: string, now: number): Promise<boolean> {
  const root = await lockPerson(tx, personId);
  const persons = await tx.query<{ id: string; customer_id: string | null }>(
    `select id, customer_id from person where id in (${PERSONS})`,
    [root],
  );
  if (persons.length === 0) return false;
  const ids = persons.map(({ id }) => id);
  const visitors = await tx.query<{ anonymous_id: string }>(
    'select anonymous_id from visitor where person_id = any($1)',
    [ids],
  );
  const partners = await readPartners(tx, ids);
  const devices = visitors.map(({ anonymous_id }) => anonymous_id);
  const customers = persons.flatMap(({ customer_id }) => (customer_id === null ? [] : [customer_id]));
  for (const sql of GONE_OF_DEVICES) await tx.query(sql, [devices]);
  for (const sql of GONE_OF_PERSONS) await tx.query(sql, [ids]);
  await blankWins(tx, ids);
  await givePseudonym(tx, { ids, partners, now });
  await forgetMentions(tx, { names: [...ids, ...devices, ...customers], partners });
  return true;
}

/**
 * Persons in whose lines these ones are named: whoever they recommended, and who recommended them. Nothing else writes one
 * person into another's lines, so nobody else's have to be read.
 */
async function readPartners(tx: Queryable, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `with partner as (
       select referrer_id as id from referral where friend_id = any($1)
       union select friend_id from referral where referrer_id = any($1)),
     root as (select coalesce(p.merged_into, p.id) as id from partner join person p on p.id = partner.id)
     select id from person where id in (select id from root)
     union select id from person where merged_into in (select id from root)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

async function blankWins(tx: Queryable, ids: readonly string[]): Promise<void> {
  const wins = await tx.query<{ id: string }>(
    'select id from play where person_id = any($1) union select id from award where person_id = any($1)',
    [ids],
  );
  const winIds = wins.map(({ id }) => id);
  for (const sql of BLANKED_WINS) await tx.query(sql, [winIds]);
}

/** Moves what stays to one new person per old one: lots must not flow together. */
async function givePseudonym(
  tx: Queryable,
  {
    ids,
    partners,
    now,
  }: { readonly ids: readonly string[]; readonly partners: readonly string[]; readonly now: number },
): Promise<void> {
  for (const id of ids) {
    const pseudonym = randomUUID();
    await tx.query('insert into person (id, created_at, erased_at) values ($1, $2, $2)', [
      pseudonym,
      Math.round(now),
    ]);
    await tx.query(`select set_config('regulars.pseudonymise', $1, true)`, [`${id}>${pseudonym}`]);
    for (const table of ['shop_order', 'play', 'award', 'free_entry', 'movement']) {
      await tx.query(`update ${table} set person_id = $2 where person_id = $1`, [id, pseudonym]);
    }
    await tx.query(
      `update posting set account = replace(account, $1, $2) where account in ('person:' || $1, 'pending:' || $1, 'debt:' || $1)`,
      [id, pseudonym],
    );
    // Causes that name the person: its own, and those of whoever recommended it.
    await renameCauses(tx, [id, pseudonym, [pseudonym, ...partners]]);
  }
  await tx.query(`select set_config('regulars.pseudonymise', '', true)`);
  await tx.query('update person set merged_into = null where merged_into = any($1)', [ids]);
  await tx.query('delete from person where id = any($1)', [ids]);
}

async function renameCauses(
  tx: Queryable,
  names: readonly [id: string, pseudonym: string, persons: readonly string[]],
): Promise<void> {
  await tx.query(
    'update movement set order_id = replace(order_id, $1, $2) where person_id = any($3) and position($1 in order_id) > 0',
    names,
  );
  await tx.query(
    'update award set source_id = replace(source_id, $1, $2) where person_id = any($3) and position($1 in source_id) > 0',
    names,
  );
}

/** The log goes on saying that somebody was exported or given points, not who; messages to others lose the name. */
async function forgetMentions(
  tx: Queryable,
  { names, partners }: { readonly names: readonly string[]; readonly partners: readonly string[] },
): Promise<void> {
  const targets = [...names, ...names.flatMap((name) => [`customer:${name}`, `visitor:${name}`])];
  await tx.query('update audit set target = null where target = any($1)', [targets]);
  // The log of colleagues' acts is short: it is read once, for all names.
  const mentions = names.map((name) => `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`);
  await tx.query(`update audit set detail = '{}' where detail <> '{}' and detail::text like any($1)`, [
    mentions,
  ]);
  await tx.query(
    'delete from outbox where (person_id = any($1) or person_id is null) and (key like any($2) or content::text like any($2))',
    [partners, mentions],
  );
}
