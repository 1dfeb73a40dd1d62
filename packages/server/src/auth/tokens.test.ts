import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionOutcome } from '@regulars/schema';
import { SignJWT, UnsecuredJWT } from 'jose';
import {
  createServerFixture,
  describeOnDatabases,
  SECRETS,
  START,
} from '../../../../test/support/server-fixture.ts';

const DAY_S = 86_400;
const WALLET = { type: 'read', what: 'wallet' };

interface Forgery {
  readonly subject?: string;
  readonly audience?: string;
  readonly secret?: string;
  readonly expiresIn?: number;
  readonly alg?: string;
  readonly keyId?: string;
}

function sign(forgery: Forgery): Promise<string> {
  const { subject = 'v-1', audience = 'visitor', secret = SECRETS.token } = forgery;
  return new SignJWT({})
    .setProtectedHeader({ alg: forgery.alg ?? 'HS256', ...(forgery.keyId && { kid: forgery.keyId }) })
    .setSubject(subject)
    .setAudience(audience)
    .setExpirationTime(START / 1000 + (forgery.expiresIn ?? DAY_S))
    .sign(new TextEncoder().encode(secret));
}

function reasonOf(outcome: ActionOutcome): string {
  return outcome.ok ? 'ok' : outcome.reason;
}

describeOnDatabases('tokens', (open) => {
  test('takes only what this server signed for this purpose and this visitor', async (t) => {
    const server = await createServerFixture(t, open);
    const read = async (visitorToken: string): Promise<string> =>
      reasonOf(await server.act('v-1', WALLET, { visitorToken }));
    assert.equal(await read(await sign({})), 'ok');
    assert.equal(await read(await sign({ secret: 'another-secret-of-enough-characters!' })), 'token-invalid');
    assert.equal(await read(await sign({ alg: 'HS384' })), 'token-unsigned');
    assert.equal(await read(await sign({ keyId: 'another' })), 'token-key-unknown');
    assert.equal(await read(await sign({ audience: 'visitor-ref' })), 'token-invalid');
    assert.equal(await read(await sign({ subject: 'v-2' })), 'token-other-visitor');
    assert.equal(await read(await sign({ expiresIn: -1 })), 'token-expired');
    const unsigned = new UnsecuredJWT({})
      .setSubject('v-1')
      .setAudience('visitor')
      .setExpirationTime('1y')
      .encode();
    assert.equal(await read(unsigned), 'token-unsigned');
    assert.equal(await read('a.b.c'), 'token-invalid');
    assert.equal(await read(''), 'token-invalid');
  });

  test('judges purpose, visitor and end of a token each time, also of one whose signature it has proved before', async (t) => {
    const server = await createServerFixture(t, open);
    const as = async (visitor: string, token: object): Promise<string> =>
      reasonOf(await server.act(visitor, WALLET, token));
    const visitorToken = await sign({ expiresIn: 60 });
    assert.equal(await as('v-1', { visitorToken }), 'ok');
    assert.equal(await as('v-1', { visitorToken }), 'ok');
    assert.equal(await as('v-2', { visitorToken }), 'token-other-visitor');
    // One sign of the signature is another, though all the rest is known.
    const changed = visitorToken.replace(/.{3}$/, (end) => (end === 'AAA' ? 'BBA' : 'AAA'));
    assert.equal(await as('v-1', { visitorToken: changed }), 'token-invalid');
    const claim = { type: 'claim', claimToken: visitorToken };
    assert.equal(reasonOf(await server.act('v-1', claim, { visitorToken })), 'token-wrong-campaign');
    server.advance(59_000);
    assert.equal(await as('v-1', { visitorToken }), 'ok');
    server.advance(1000);
    assert.equal(await as('v-1', { visitorToken }), 'token-expired');
  });

  test('asks a visitor that once showed its token for it ever after', async (t) => {
    const server = await createServerFixture(t, open);
    const first = await server.act('v-1', WALLET);
    assert.ok(first.ok);
    assert.ok(first.visitorToken);
    assert.ok((await server.act('v-1', WALLET)).ok, 'the first answer may have been lost');
    const second = await server.act('v-1', WALLET, { visitorToken: first.visitorToken });
    assert.ok(second.ok);
    assert.equal(second.visitorToken, undefined);
    assert.equal(reasonOf(await server.act('v-1', WALLET)), 'token-invalid');
    assert.equal(reasonOf(await server.act('v-1', { type: 'forget' })), 'token-invalid');
  });

  test('takes no claim token that was made for something else', async (t) => {
    const server = await createServerFixture(t, open);
    const claim = async (claimToken: string): Promise<string> =>
      reasonOf(await server.act('v-1', { type: 'claim', claimToken }));
    assert.equal(await claim(await sign({})), 'token-wrong-campaign');
    assert.equal(await claim(await sign({ audience: 'campaign:open-wheel' })), 'token-invalid');
    assert.equal(await claim('x'), 'token-invalid');
    assert.deepEqual(server.minted, []);
  });

  test('refuses customer tokens that the shop does not know', async (t) => {
    const server = await createServerFixture(t, open);
    assert.equal(reasonOf(await server.act('v-1', WALLET, { customerToken: 'forged' })), 'token-invalid');
  });

  test('opens the tools only with an operator’s token, for 15 minutes', async (t) => {
    const server = await createServerFixture(t, open);
    const headers = await server.signIn();
    const issued = await server.post('/operator/api/tool-token', { tools: ['debug', 'other'] }, headers);
    const { token } = await issued.json();
    const tool = { type: 'tool', token };
    const outcome = await server.act('v-1', tool);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.result, { tools: ['debug'], expiresAt: START + 15 * 60_000 });
    server.advance(16 * 60_000);
    assert.equal(reasonOf(await server.act('v-1', tool)), 'token-expired');
    assert.equal(reasonOf(await server.act('v-1', { type: 'tool', token: await sign({}) })), 'token-invalid');
    assert.equal((await server.db.query('select 1 from visitor')).length, 0);
  });

  test('erases a visitor who asks to be forgotten, and keeps the books', async (t) => {
    const server = await createServerFixture(t, open);
    await server.act('v-1', { type: 'draw', campaignId: 'open-wheel', playKey: 'play-key-1' });
    const outcome = await server.act('v-1', { type: 'forget' });
    assert.ok(outcome.ok);
    assert.deepEqual([outcome.result, outcome.visitorToken], [{ erased: true }, undefined]);
    const left = await server.db.query('select anonymous_id from play');
    assert.deepEqual(left, [{ anonymous_id: null }]);
    assert.equal((await server.db.query('select 1 from visitor')).length, 0);
  });
});
