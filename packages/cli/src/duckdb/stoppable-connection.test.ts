import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DuckDbConnection } from './duckdb-port.ts';
import { stoppableConnection } from './stoppable-connection.ts';

/** A connection whose one statement ends when it is interrupted for the second time. */
function slowConnection() {
  const told: string[] = [];
  let end = (_cause: Error): void => {};
  const connection: DuckDbConnection = {
    run: () =>
      new Promise((_resolve, reject) => {
        end = reject;
      }),
    stream: () => Promise.reject(new Error('not asked')),
    createAppender: () => Promise.reject(new Error('not asked')),
    interrupt() {
      told.push('interrupt');
      if (told.length > 1) end(new Error('interrupted'));
    },
    closeSync: () => void told.push('close'),
  };
  return { connection, told };
}

test('a statement that runs is ended before its connection is closed, and nobody hears of it', async () => {
  const { connection: inner, told } = slowConnection();
  const { connection, stop } = stoppableConnection(inner);
  let heard = false;
  const hear = (): void => {
    heard = true;
  };
  connection.run('select').then(hear, hear);
  await stop();
  assert.deepEqual(told.slice(0, 2), ['interrupt', 'interrupt']);
  assert.equal(told.at(-1), 'close');
  assert.equal(told.filter((word) => word === 'close').length, 1);
  await stop();
  assert.equal(told.filter((word) => word === 'close').length, 1);
  assert.equal(heard, false);
});

test('what fails by itself is heard', async () => {
  const { connection, stop } = stoppableConnection(slowConnection().connection);
  await assert.rejects(connection.stream('select'), /not asked/);
  await stop();
});
