import { spawnSync } from 'node:child_process';
import { expect, test } from './stage.ts';
import { countTraces, framesIn, readTraces } from './traces.ts';

const one = { id: 'one', target: '#offer', title: 'Offer', text: 'The first.' };
const two = { id: 'two', target: '#buy', title: 'Buy', text: 'The second.' };
const steps = [one, two];
const watched = ['html', 'body', '#offer', '#buy', '#header'];

test('T56 afterwards there are as many listeners and nodes as before, and the attributes of the targets are the same', async ({
  stage,
}) => {
  const { page } = stage;
  await countTraces(page);
  await stage.open({ steps });
  await page.evaluate(async () => {
    await globalThis.regulars?.ready?.();
    await globalThis.regulars?.idle?.();
  });
  await stage.settle();
  // What a library does at idle time after its start belongs to before.
  let found = await readTraces(page, watched);
  let same = 0;
  await expect
    .poll(
      async () => {
        const now = await readTraces(page, watched);
        same = JSON.stringify(now) === JSON.stringify(found) ? same + 1 : 0;
        found = now;
        return same;
      },
      { intervals: [500], timeout: 10_000 },
    )
    .toBeGreaterThan(3);
  const { keeps = [] } = stage.player;
  const before = { ...found, listeners: [...found.listeners, ...keeps].sort() };
  for (const way of ['close', 'done'] as const) {
    await stage.start();
    await stage.shows(one.text);
    await stage.next.click();
    await stage.shows(two.text);
    await stage.calm();
    await (way === 'close' ? stage.close : stage.next).click();
    await stage.showsNothing();
    await expect
      .poll(() => readTraces(page, watched), { message: `after leaving by ${way}` })
      .toEqual(before);
  }
  if (keeps.length === 0) return;
  await page.evaluate(() => globalThis.player.cancel());
  const { listeners } = await readTraces(page, watched);
  expect(listeners.filter((one) => keeps.includes(one))).toEqual([]);
});

test('T57 while nothing moves no frame is asked for', async ({ stage }) => {
  const { page } = stage;
  await countTraces(page);
  await stage.play({ steps });
  await stage.calm();
  // What an opening moves has ended before a second has passed.
  await expect.poll(() => framesIn(page, 400), { timeout: 4000 }).toBe(0);
  expect(await framesIn(page, 1000)).toBe(0);
});

test('T58 importing on a server does nothing and does not throw', ({ stage }) => {
  const { folder, script, args = [] } = stage.player.onNode;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, '--input-type=module', '-e', script],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('T60 a page with a strict content policy and one with Trusted Types see no violation', async ({
  stage,
}) => {
  const { page } = stage;
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
      refused.push(`${effectiveDirective} ${sample}`),
    );
  });
  const refused = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
  for (const csp of ['strict', 'types']) {
    await stage.open({ steps }, `/?csp=${csp}`);
    await stage.start().catch(() => undefined);
    await expect(stage.box)
      .toBeVisible({ timeout: 3000 })
      .catch(() => undefined);
    expect(await refused(), csp).toEqual([]);
    await stage.shows(one.text);
    await stage.next.click();
    await stage.shows(two.text);
    await stage.calm();
    expect(await refused(), csp).toEqual([]);
  }
});
