import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServerFixture, describeOnDatabases } from '../../../../test/support/server-fixture.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** The button of a sign-in link's page. */
const pressed = { method: 'POST', headers: { origin: 'https://api.example' } };

describeOnDatabases('refusals for operators', (open) => {
  test('tells a browser in a sentence on a page, a program in JSON', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    const refused = async (
      path: string,
      fields: string,
      headers = {},
    ): Promise<readonly [number, string]> => {
      const answer = await server.post(`/operator/api/${path}`, fields, { ...admin, ...FORM, ...headers });
      const page = await answer.text();
      assert.match(page, /<nav/, path);
      return [answer.status, /role="alert">([^<]+)/.exec(page)?.[1] ?? ''];
    };
    assert.deepEqual(await refused('password', 'password=short'), [
      400,
      'A password has 12 characters at least. Choose a longer one.',
    ]);
    assert.deepEqual(await refused('accounts', 'name=admin&role=viewer'), [
      409,
      'Somebody has this name already. Choose another one.',
    ]);
    assert.deepEqual(await refused('tool-token', ''), [
      400,
      'Choose one tool at least: debug, preview or pick.',
    ]);
    const program = await server.post('/operator/api/tool-token', { tools: [] }, admin);
    assert.equal(program.status, 400);
    assert.equal((await program.json()).reason, 'bad-request');
    const foreign = { ...admin, ...FORM, origin: 'https://evil.example' };
    const answer = await server.post('/operator/api/pauses', 'campaignId=*&paused=true', foreign);
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /came from another site/);
  });

  test('shows a page where a role is not enough, a page is missing or nobody is signed in', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    const added = await server.post('/operator/api/accounts', { name: 'Vera', role: 'viewer' }, admin);
    const { link } = await added.json();
    const entered = await server.handler.fetch(new Request(`https://api.example${link}`, pressed));
    const viewer = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' };
    assert.match(await (await server.get('/operator/own', viewer)).text(), /name="password"/);
    const accounts = await server.get('/operator/accounts', viewer);
    assert.equal(accounts.status, 403);
    assert.match(await accounts.text(), /Your role does not allow this/);
    const nowhere = await server.get('/operator/no-such-page', viewer);
    assert.equal(nowhere.status, 404);
    assert.match(await nowhere.text(), /There is nothing here/);
    const nobody = await server.post('/operator/api/pauses', 'campaignId=*&paused=true', FORM);
    assert.equal(nobody.status, 401);
    assert.match(await nobody.text(), /<form class="stack" method="post" action="\/regulars\/sign-in"/);
  });

  test('shows a page when the database fails, and pages of visitors whatever the address says', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    for (const before of ['Infinity', '1.5', '-1', 'x']) {
      assert.equal((await server.get(`/operator/visitors?before=${before}`, admin)).status, 200, before);
    }
    const broken = { ...server.db, query: () => Promise.reject(new Error('gone')) };
    const other = await createServerFixture(t, open, { db: broken });
    const answer = await other.get('/operator/visitors', admin);
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /The server could not answer/);
  });
});

describeOnDatabases('sign-in', (open) => {
  const enter = { ...FORM, origin: 'https://api.example' };

  test('takes the password as it was set, blanks around it or not', async (t) => {
    const server = await createServerFixture(t, open);
    await server.post(
      '/operator/api/password',
      { password: ' correct horse battery ' },
      await server.signIn(),
    );
    const fields = new URLSearchParams({ name: 'admin', password: ' correct horse battery ' });
    assert.equal((await server.post('/sign-in', fields.toString(), enter)).status, 303);
  });

  test('reads no endless form, and writes no word down that may be a password', async (t) => {
    const server = await createServerFixture(t, open);
    await server.post('/operator/api/password', { password: 'correct horse battery' }, await server.signIn());
    const admin = await server.signIn();
    const endless = `name=admin&password=correct+horse+battery&rest=${'x'.repeat(100_000)}`;
    assert.equal((await server.post('/sign-in', endless, enter)).status, 401);
    assert.equal((await server.post('/sign-in', 'name=my+secret+words&password=x', enter)).status, 401);
    assert.equal((await server.post('/sign-in', 'name=admin&password=x', enter)).status, 401);
    const { entries } = await (await server.get('/operator/api/audit', admin)).json();
    const failed = entries.filter((each: { action: string }) => each.action === 'sign-in-failed');
    assert.deepEqual(
      failed.map((each: { target: string }) => each.target),
      ['admin'],
    );
  });

  test('does not use a link up when somebody only looks whether it is alive', async (t) => {
    const server = await createServerFixture(t, open);
    const url = `https://api.example${await server.handler.operatorLink()}`;
    const look = await server.handler.fetch(new Request(url, { method: 'HEAD' }));
    assert.equal(look.headers.get('set-cookie'), null);
    const page = await server.handler.fetch(new Request(url));
    assert.equal(page.headers.get('set-cookie'), null);
    assert.match(await page.text(), /<form class="stack" method="post"><button/);
    assert.equal((await server.handler.fetch(new Request(url, pressed))).status, 200);
  });
});
