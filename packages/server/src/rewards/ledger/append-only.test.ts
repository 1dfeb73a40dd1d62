import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../../../../../test/support/server-fixture.ts';
import { bookMovement } from './book.ts';

const ANA = '11111111-1111-4111-8111-111111111111';
const ERASED = '22222222-2222-4222-8222-222222222222';
const BORIS = '33333333-3333-4333-8333-333333333333';

describeOnDatabases('append-only ledger', (open) => {
  test('takes no change but the renaming of one person to an erased one', async (t) => {
    const db = await open();
    t.after(() => db.close());
    await db.query('insert into person (id, created_at) values ($1, 1), ($2, 1)', [ANA, BORIS]);
    await db.query('insert into person (id, created_at, erased_at) values ($1, 1, 1)', [ERASED]);
    await db.transaction(async (tx) => {
      for (const personId of [ANA, BORIS]) {
        await bookMovement(tx, {
          kind: 'given',
          source: 'tier',
          orderId: `${personId}:gold`,
          rule: 'gift',
          personId,
          points: 5,
          against: 'liability',
          t: 1,
        });
      }
    });
    const lines = (): Promise<readonly object[]> =>
      db.query('select m.*, p.* from movement m join posting p on p.movement_id = m.id order by 1, p.points');
    const before = await lines();
    const as = (pair: string, ...sql: readonly string[]): Promise<void> =>
      db.transaction(async (tx) => {
        await tx.query(`select set_config('regulars.pseudonymise', $1, true)`, [pair]);
        for (const each of sql) await tx.query(each);
      });
    const pair = `${ANA}>${ERASED}`;
    const refused: readonly (readonly [pair: string, sql: string])[] = [
      ['', `update movement set person_id = '${ERASED}' where person_id = '${ANA}'`],
      ['on', `update movement set person_id = '${ERASED}' where person_id = '${ANA}'`],
      [`${ANA}>${BORIS}`, `update movement set person_id = '${BORIS}' where person_id = '${ANA}'`],
      [pair, `update movement set person_id = '${ERASED}' where person_id = '${BORIS}'`],
      [pair, `update movement set person_id = '${BORIS}' where person_id = '${ANA}'`],
      [pair, `update movement set order_id = 'another' where person_id = '${ANA}'`],
      [pair, `update movement set t = 2, person_id = '${ERASED}' where person_id = '${ANA}'`],
      [pair, `update posting set account = 'person:${ERASED}' where account = 'person:${BORIS}'`],
      [pair, `update posting set points = points * 2 where account = 'person:${ANA}'`],
      [pair, `delete from posting`],
      [pair, `delete from movement`],
      [pair, `truncate posting, movement cascade`],
    ];
    for (const [word, sql] of refused) await assert.rejects(as(word, sql), /append-only/, `${word}: ${sql}`);
    assert.deepEqual(await lines(), before);
    await as(
      pair,
      `update movement set person_id = '${ERASED}' where person_id = '${ANA}'`,
      `update movement set order_id = replace(order_id, '${ANA}', '${ERASED}')`,
      `update posting set account = replace(account, '${ANA}', '${ERASED}')`,
    );
    assert.deepEqual(JSON.stringify(await lines()), JSON.stringify(before).replaceAll(ANA, ERASED));
  });
});
