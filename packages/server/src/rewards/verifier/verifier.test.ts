import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createServerFixture,
  describeOnDatabases,
  PROGRAM,
} from '../../../../../test/support/server-fixture.ts';
import { commitmentOf, drawPrize } from '../draw-rule.ts';
import { verifierTexts } from './texts-table.ts';
import { commitmentOf as commitmentInPage, drawOf } from './verify-draw.js';

const WEIGHTS = [500, 300, 150, 49, 1];

test('works out a draw by WebCrypto as the server drew it', async () => {
  assert.equal(await commitmentInPage('server-seed-1'), commitmentOf('server-seed-1'));
  for (let at = 0; at < 200; at++) {
    const seeds = { seed: 'server-seed-1', playKey: `visitor-${at}` };
    const drawn = await drawOf({ ...seeds, weights: WEIGHTS });
    const expected = drawPrize(WEIGHTS, { serverSeed: seeds.seed, clientSeed: seeds.playKey, nonce: 0 });
    assert.deepEqual(
      [drawn.prizeIndex, drawn.word, drawn.remainder],
      [expected.prizeIndex, expected.word, expected.remainder],
    );
    assert.ok(drawn.from <= drawn.remainder && drawn.remainder <= drawn.to);
  }
});

describeOnDatabases('verifier', (open) => {
  test('serves a page that a policy shuts off from everything but itself, in four languages', async (t) => {
    const server = await createServerFixture(t, open);
    for (const [language, { title }] of Object.entries(verifierTexts)) {
      const answer = await server.get('/rewards/verify?pool=always&version=1&play=%22%3E%3Cb%3E', {
        'accept-language': `${language}-XX,en;q=0.5`,
      });
      const page = await answer.text();
      assert.ok(page.includes(`<html lang="${language}">`) && page.includes(`<h1>${title}</h1>`));
      assert.match(
        answer.headers.get('content-security-policy') ?? '',
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      assert.ok(!page.includes('"><b>'), 'what the address says is text');
    }
    for (const file of ['verify.js', 'verify-draw.js', 'verify.css']) {
      assert.equal((await server.get(`/rewards/${file}`)).status, 200);
    }
  });

  test('publishes weights and names with the seed of a version that ended, and not before', async (t) => {
    const first = await createServerFixture(t, open);
    assert.doesNotMatch(await (await first.get('/v1/pools/always.json')).text(), /seed|weights|labels/);
    const pools = { always: { ...PROGRAM.pools.always!, version: 2 } };
    const server = await createServerFixture(t, open, { db: first.db, program: { ...PROGRAM, pools } });
    const { versions } = await (await server.get('/v1/pools/always.json')).json();
    const ended = versions[1];
    assert.equal(commitmentOf(ended.seed), ended.commitment);
    assert.deepEqual(
      [ended.weights, ended.labels[1], ended.fallback],
      [[1_000_000, 1], { en: 'Nothing' }, 1],
    );
  });
});
