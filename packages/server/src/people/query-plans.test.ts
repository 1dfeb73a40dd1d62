import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../../../../test/support/server-fixture.ts';
import type { Database, Queryable } from '../db/database.ts';
import { readLots } from '../rewards/ledger/lots.ts';
import { erasePerson } from './erase-person.ts';

const PEOPLE = 2000;
const ANA = 'person-00042';

/** A shop with a past: every table that grows with people or their acts. */
const PAST: readonly string[] = [
  `insert into person (id, customer_id, created_at) select 'person-' || lpad(i::text, 5, '0'), 'customer-' || lpad(i::text, 5, '0'), i from generate_series(1, $1::int) i`,
  `insert into visitor (anonymous_id, person_id, first_seen, last_seen) select 'device-' || lpad(i::text, 5, '0'), 'person-' || lpad(i::text, 5, '0'), i, i from generate_series(1, $1::int) i`,
  `insert into batch (id, write_key, batch_id, anonymous_id, received_at, store, bytes, accepted, repeats, rejected) select 'batch-' || i, 'k', i, 'device-' || lpad(i::text, 5, '0'), i, 's', 1, 1, 0, '[]' from generate_series(1, $1::int) i`,
  `insert into event (id, write_key, anonymous_id, name, device_t, t, sid, seq, tab, tseq, url, props, consent, test, batch, received_at) select gen_random_uuid(), 'k', 'device-' || lpad((1 + i % $1::int)::text, 5, '0'), 'page_viewed', i, i, 's', 1, 't', 1, 'u', '{}', '{}', false, 'batch-' || (1 + i % $1::int), i from generate_series(1, $1::int * 3) i`,
  `insert into shop_order (order_id, status, total, currency, items, anonymous_id, person_id, placed_at, received_at) select 'order-' || i, 'paid', 100, 'EUR', '[]', 'device-' || lpad((1 + i % $1::int)::text, 5, '0'), 'person-' || lpad((1 + i % $1::int)::text, 5, '0'), i, i from generate_series(1, $1::int * 2) i`,
  `insert into movement (id, kind, source, order_id, rule, person_id, t) select 'movement-' || i, 'earned', 'order', 'order-' || i, 'euro', 'person-' || lpad((1 + i % $1::int)::text, 5, '0'), i from generate_series(1, $1::int * 2) i`,
  `insert into posting (movement_id, account, points) select m.id, side.account, side.points from movement m, lateral (values ('person:' || m.person_id, 10), ('liability', -10)) side (account, points) where $1::int > 0`,
  `insert into pool_version (pool, version, seed, commitment, prizes, started_at) select 'wheel', 1, 's', 'c', '[]', 1 where $1::int > 0`,
  `insert into play (id, campaign_id, play_key, pool, version, person_id, anonymous_id, drawn_index, prize_index, label, reward, t) select 'play-' || i, 'wheel', 'key-' || i, 'wheel', 1, 'person-' || lpad(i::text, 5, '0'), 'device-' || lpad(i::text, 5, '0'), 0, 0, '{}', '{"type":"none"}', i from generate_series(1, $1::int) i`,
  `insert into award (id, person_id, source, source_id, rule, label, reward, t) select 'award-' || i, 'person-' || lpad(i::text, 5, '0'), 'tier', 'person-' || lpad(i::text, 5, '0') || ':gold', 'r', '{}', '{"type":"none"}', i from generate_series(1, $1::int) i`,
  `insert into claim (play_id, kind, code, t) select 'play-' || i, 'coupon', 'CODE' || i, i from generate_series(1, $1::int) i`,
  `insert into coupon_code (template, code, claim_id) select 'ten', 'CODE' || i, 'play-' || i from generate_series(1, $1::int) i`,
  `insert into streak_mark (person_id, streak, unit, t) select 'person-' || lpad(i::text, 5, '0'), 'daily', 1, i from generate_series(1, $1::int) i`,
  `insert into referral (friend_id, referrer_id, t, state, reasons) select 'person-' || lpad(i::text, 5, '0'), 'person-' || lpad((1 + i % $1::int)::text, 5, '0'), i, 'waiting', '[]' from generate_series(1, $1::int) i`,
  `insert into outbox (id, type, key, person_id, content, t) select 'message-' || i, 'points_earned', 'order-' || i, 'person-' || lpad((1 + i % $1::int)::text, 5, '0'), '{}', i from generate_series(1, $1::int * 2) i`,
  `insert into audit (t, account_name, action, target, detail) select i, 'ops', 'x', 'target-' || i, '{}' from generate_series(1, $1::int) i`,
];

/** Read once and whole by design: see `forgetMentions`. */
const READ_WHOLE: readonly string[] = ['audit'];

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

type Asked = readonly [sql: string, params: readonly unknown[]];

/** What a function asks of the database. */
async function listen(db: Database, run: (tx: Queryable) => Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  await db.transaction((tx) =>
    run({
      query(sql, params = []) {
        asked.push([sql, params]);
        return tx.query(sql, params);
      },
      script: (sql) => tx.script(sql),
    }),
  );
  return asked;
}

/** Big tables that a statement reads from end to end. */
async function scansOf(db: Database, [sql, params]: Asked): Promise<readonly string[]> {
  if (!/^\s*(select|with|update|delete)/i.test(sql) || /set_config/.test(sql)) return [];
  const rows = await db.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (format json) ${sql}`,
    params,
  );
  const found: string[] = [];
  const walk = (plan: Plan): void => {
    if (plan['Node Type'] === 'Seq Scan') found.push(plan['Relation Name'] ?? '');
    for (const each of plan.Plans ?? []) walk(each);
  };
  for (const { Plan: plan } of rows[0]?.['QUERY PLAN'] ?? []) walk(plan);
  return found.map((table) => `${table}: ${sql}`);
}

describeOnDatabases('query plans', (open) => {
  test('reading a person’s lots and erasing a person read no table from end to end', async (t) => {
    const db = await open();
    t.after(() => db.close());
    for (const sql of PAST) await db.query(sql, [PEOPLE]);
    const tables = await db.query<{ name: string; rows: number }>(
      `select relname as name, 0 as rows from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
    );
    for (const { name } of tables) await db.script(`analyze ${name}`);
    const counts = await Promise.all(
      tables.map(async ({ name }) => [
        name,
        (await db.query<{ n: number }>(`select count(*)::int as n from ${name}`))[0]?.n ?? 0,
      ]),
    );
    const big = new Set(
      counts.flatMap(([name, n]) =>
        Number(n) >= PEOPLE && !READ_WHOLE.includes(String(name)) ? [name] : [],
      ),
    );
    assert.ok(big.size > 12, [...big].join());
    const asked = [
      ...(await listen(db, (tx) => readLots(tx, ANA))),
      ...(await listen(db, (tx) => erasePerson(tx, ANA, 1))),
    ];
    assert.ok(asked.length > 30);
    const scans: string[] = [];
    for (const one of asked) scans.push(...(await scansOf(db, one)));
    assert.deepEqual(
      scans.filter((scan) => big.has(scan.split(':')[0] ?? '')),
      [],
    );
  });

  test('every column that names a person leads an index, so that deleting one reads no whole table', async (t) => {
    const db = await open();
    t.after(() => db.close());
    const bare = await db.query<{ name: string }>(
      `select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.confrelid = 'person'::regclass
         and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`,
    );
    assert.deepEqual(bare, []);
  });
});
