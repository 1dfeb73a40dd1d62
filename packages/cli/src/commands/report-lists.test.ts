import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CampaignDocument } from '@regulars/schema';
import { serve } from '@regulars/server';
import { callCli } from '../../../../test/support/call-cli.ts';
import { openInMemory } from '../../../../test/support/pglite-image.ts';
import {
  createBatch,
  createEvent,
  createServerFixture,
  START,
} from '../../../../test/support/server-fixture.ts';
import { smallIndex } from '../../../../test/support/small-index.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

const key = 'viewer-key-0123456789-0123456789-0123';
const documentOf = (holdout: number): CampaignDocument => ({
  ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
  campaigns: [
    {
      ...{ id: 'for-you', name: 'For you', status: 'live', holdout },
      ...{ trigger: { on: 'page' }, placement: { slot: 'home' }, content: { en: { title: 'For you' } } },
      widget: { type: 'carousel', props: { strategy: 'for-you', tries: ['for-you', 'trending'] } },
    },
  ],
});
const common = {
  campaignId: 'for-you',
  slot: 'home',
  widget: 'carousel',
  source: 'index',
  indexVersion: 'v7',
};

interface Person {
  readonly who: string;
  readonly held: boolean;
  readonly clicks: boolean;
  readonly strategy?: string;
}

async function openShop(t: TestContext, people: readonly Person[], holdout = 0.5) {
  const db = await openInMemory();
  const options = {
    campaigns: documentOf(holdout),
    apiKeys: [{ name: 'viewer', role: 'viewer' as const, key }],
  };
  const server = await createServerFixture(t, async () => db, options);
  const running = await serve({ fetch: (request) => server.handler.fetch(request), handlers: [], port: 0 });
  const folder = tempFolder();
  process.env.REGULARS_TOKEN = key;
  t.after(async () => {
    delete process.env.REGULARS_TOKEN;
    await running.stop();
    await rm(folder, { recursive: true });
  });
  for (const { who, held, clicks, strategy = 'for-you' } of people) {
    const props = {
      ...{ ...common, productId: 'p1', position: 0, strategy: held ? 'popular' : strategy },
      ...(held ? { variantId: 'holdout' } : {}),
    };
    const { productId, position, ...shown } = props;
    const at = { t: START - 86_400_000 };
    const events = [
      createEvent({ ...at, name: 'recommendation_shown', props: { ...shown, productIds: [productId] } }),
      createEvent({ ...at, name: 'recommendation_viewed', props }),
      ...(clicks ? [createEvent({ ...at, name: 'recommendation_clicked', props })] : []),
    ];
    const answer = await server.post('/v1/batch', createBatch(events, { anonymousId: who }));
    assert.equal(answer.status, 200, `${position}`);
  }
  const report = (...more: readonly string[]) =>
    callCli('report', 'recommendations', ...more, '--url', `${running.url}/regulars`);
  return { report, folder };
}

/** Of each arm 60 people who saw one card; how many of them followed it. */
const arms = (shown: number, held: number, each = 60): Person[] =>
  [true, false].flatMap((isHeld) =>
    Array.from({ length: each }, (_, at) => ({
      ...{ who: `${isHeld ? 'held' : 'own'}-${at}`, held: isHeld },
      clicks: at < (isHeld ? held : shown),
      strategy: at % 3 === 0 ? 'trending' : 'for-you',
    })),
  );

test('report recommendations says clicks per card seen with the interval, and calls a difference proven that leaves zero out', async (t) => {
  const { report } = await openShop(t, arms(30, 6));
  const { code, out } = await report();
  assert.equal(code, 0);
  // 1.96 x sqrt(0.5 x 0.5 / 60) = 0.1265, and 0.0759 for 6 of 60.
  assert.match(out, /30 clicks: 50\.00 % of cards seen \(95 %: 37\.\d\d to 62\.\d\d\)/);
  assert.match(out, /\+40\.00 points against best sellers \(\+25\.\d\d to \+54\.\d\d\)/);
  assert.match(out, /6 clicks: 10\.00 % of cards seen/);
  assert.match(out, /Proven: an interval leaves zero out\./);
});

test('report recommendations proves nothing from a difference that chance may give', async (t) => {
  const { report } = await openShop(t, arms(8, 6));
  assert.match((await report()).out, /Not proven yet\./);
});

test('report recommendations warns of numbers that nobody should believe when visitors did not spread as the document says', async (t) => {
  // Half were to be held out; of 120 only 20 were.
  const people = [...arms(30, 6).filter(({ held }) => !held), ...arms(0, 2, 20).filter(({ held }) => held)];
  const { report } = await openShop(t, people);
  const { out } = await report();
  assert.match(out, /Do not believe these numbers: visitors did not spread .* \(chi-square \d+\.\d\)/);
  assert.doesNotMatch(out, /Proven/);
});

test('report recommendations says when nobody was held out, and when nobody has seen a list', async (t) => {
  const { report } = await openShop(
    t,
    arms(30, 6).filter(({ held }) => !held),
    0,
  );
  assert.match((await report()).out, /Nothing to compare with: nobody was held out\./);
  const none = await openShop(t, []);
  assert.match((await none.report()).out, /Nobody has seen it yet\./);
});

test('report recommendations --into publishes what each strategy came to, without who was held out, and keeps the rest of the manifest', async (t) => {
  const { report, folder } = await openShop(t, arms(30, 6));
  const file = join(folder, 'manifest.json');
  await writeFile(file, smallIndex['/index/manifest.json'] ?? '');
  const { code, out } = await report('--into', file);
  assert.equal(code, 0, out);
  assert.match(out, /tried for-you: 20 clicks on 40 cards seen/);
  const { tried, ...rest } = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(tried, { 'for-you': { 'for-you': [40, 20], trending: [20, 10] } });
  assert.deepEqual(rest, JSON.parse(smallIndex['/index/manifest.json'] ?? ''));
  await writeFile(file, '{"v":1}');
  const wrong = await report('--into', file);
  assert.notEqual(wrong.code, 0);
  assert.equal(await readFile(file, 'utf8'), '{"v":1}');
});
