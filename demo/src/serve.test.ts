import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { seedCluster } from '../../test/support/pglite-image.ts';
import { tempFolder } from '../../test/support/temp-folder.ts';
import { readDocuments } from './documents.ts';
import { type Demo, startDemo } from './serve.ts';

describe('the demo as a process', () => {
  let dataDir = '';
  let demo: Demo | undefined;
  before(async () => {
    dataDir = tempFolder();
    await seedCluster(dataDir);
  });
  after(async () => {
    await demo?.stop();
  });
  const start = (more: Parameters<typeof startDemo>[0] = {}): Promise<Demo> =>
    startDemo({ port: 0, quiet: true, dataDir, ...more });

  it('refuses its demo key in production, and leaves the data folder free', async (t) => {
    const known = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    t.after(() => {
      if (known === undefined) delete process.env.NODE_ENV;
      else process.env.NODE_ENV = known;
    });
    await assert.rejects(start(), {
      code: 'unsafe-production',
      message: /the write key "demo-key" is the demo's: make your own/,
    });
  });

  it('stops with no answer under way cut off, twice over', async () => {
    demo = await start();
    const { url } = demo;
    assert.equal((await fetch(`${url}/`)).status, 200);
    assert.equal((await fetch(`${url}/regulars/ready`)).status, 200);
    const late = fetch(`${url}/search?q=mug`).then((answer) => answer.text());
    await new Promise((resolve) => setImmediate(resolve));
    const [page] = await Promise.all([late.catch(() => 'refused'), demo.stop(), demo.stop()]);
    assert.match(page, /<\/html>|^refused$/);
    await assert.rejects(fetch(`${url}/`));
    demo = undefined;
  });

  it('says in a sentence that a running prize pool was edited', async () => {
    const { program } = readDocuments();
    const pool = program.pools['thank-you'];
    assert.ok(pool);
    const prizes = pool.prizes.map((prize) => ({ ...prize, weight: 7 }));
    const documents = { program: { ...program, pools: { 'thank-you': { ...pool, prizes } } } };
    await assert.rejects(start({ documents }), {
      name: 'ServerError',
      message: /raise its version in program\.json/,
    });
  });

  it('names the port that is in use', async () => {
    demo = await start();
    const dir = tempFolder();
    await seedCluster(dir);
    const port = Number(new URL(demo.url).port);
    const refusal = { code: 'port-in-use', message: /^Port \d+ is in use: stop the other program/ };
    await assert.rejects(start({ port, dataDir: dir }), refusal);
  });
});
