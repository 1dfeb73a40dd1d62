import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerContext } from '../context.ts';
import { createRequestGate } from './request-gate.ts';

test('waits for what is under way, however often it is told to stop, and lets nobody else in', async () => {
  const gate = createRequestGate({ now: () => 7 } as ServerContext);
  let answer = (_: Response): void => undefined;
  const running = gate.run(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const stops = Promise.all([gate.stop(), gate.stop()]);
  assert.equal((await gate.run(async () => new Response())).status, 503);
  answer(new Response('done'));
  assert.equal(await (await running).text(), 'done');
  await stops;
});
