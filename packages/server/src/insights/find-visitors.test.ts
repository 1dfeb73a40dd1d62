import assert from 'node:assert/strict';
import { test } from 'node:test';
import { supportCode } from '@regulars/core/rules';
import fc from 'fast-check';
import { createServerFixture, describeOnDatabases } from '../../../../test/support/server-fixture.ts';
import { findVisitors } from './find-visitors.ts';

describeOnDatabases('support code', (open) => {
  test('is the same in the database as on the device, whatever the id', async (t) => {
    const { db } = await createServerFixture(t, open);
    const ids = [...fc.sample(fc.string({ unit: 'binary', maxLength: 64 }), 200), 'Щърк', '😀'].filter(
      (id) => !id.includes('\0') && Buffer.from(id).toString() === id,
    );
    const rows = await db.query<{ id: string; code: string }>(
      'select id, support_code(id) as code from unnest($1::text[]) as id',
      [ids],
    );
    assert.equal(rows.length, ids.length);
    for (const { id, code } of rows) assert.equal(code, supportCode(id), JSON.stringify(id));
  });

  test('finds one of many visitors by an index, in small letters too', async (t) => {
    const { db } = await createServerFixture(t, open);
    await db.query(
      `with people as (insert into person (id, created_at) select 'p' || n, 0 from generate_series(1, 20000) n returning id)
       insert into visitor (anonymous_id, person_id, first_seen, last_seen) select 'v-' || id, id, 0, 5 from people`,
    );
    await db.query('analyze visitor');
    const code = supportCode('v-p777');
    assert.ok((await findVisitors(db, code)).includes('v-p777'));
    assert.ok((await findVisitors(db, code.toLowerCase())).includes('v-p777'));
    assert.deepEqual(await findVisitors(db, 'OOOOOO'), []);
    const plan = await db.query(
      `explain select anonymous_id from visitor where support_code(anonymous_id) = '${code}'`,
    );
    assert.match(JSON.stringify(plan), /visitor_code/);
  });
});
