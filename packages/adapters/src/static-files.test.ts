import { expect } from 'chai';
import { openFakeBackend } from '../../../test/support/fake-backend.ts';
import { staticFiles } from './static-files.ts';

const file = (url: string): string => `${url}/regulars.public.json`;

describe('static files', () => {
  it('gives the body and its etag, without cookies or referrer', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in WebKit
    document.cookie = 'shop=1';
    const backend = openFakeBackend();
    await backend.setMood({ status: 200, body: '{"a":"щ"}', headers: { etag: '"1"' } });
    const answer = await staticFiles().load(file(backend.url), {});
    expect(answer).to.deep.equal({ type: 'fresh', body: '{"a":"щ"}', etag: '"1"' });
    const [seen] = await backend.log();
    expect([seen?.cookie, seen?.referrer]).to.deep.equal(['', '']);
  });

  it('says "unchanged" for the file it holds and brings a changed one', async () => {
    const backend = openFakeBackend();
    await backend.setMood({ status: 200, body: '1', headers: { etag: '"1"' } });
    const held = await staticFiles().load(file(backend.url), { etag: '"1"' });
    await backend.setMood({ status: 200, body: '2', headers: { etag: '"2"' } });
    const changed = await staticFiles().load(file(backend.url), { etag: '"1"' });
    expect(held).to.deep.equal({ type: 'unchanged' });
    expect(changed).to.deep.equal({ type: 'fresh', body: '2', etag: '"2"' });
  });

  it('resolves names against its base', async () => {
    const backend = openFakeBackend();
    const base = new URL(`${backend.url}/index/`, location.href).href;
    await staticFiles({ base }).load('manifest.json', {});
    expect((await backend.log())[0]?.path).to.equal('index/manifest.json');
  });

  it('leaves a file that is too large', async () => {
    const backend = openFakeBackend();
    await backend.setMood({ status: 200, body: 'x'.repeat(100_000) });
    const answer = await staticFiles().load(file(backend.url), { maxBytes: 5000 });
    expect(answer).to.deep.equal({ type: 'failed', reason: 'too-large' });
  });

  it('gives up after its time and at an abort, and says which', async () => {
    const backend = openFakeBackend();
    await backend.setMood({ status: 200, hang: 5000 });
    const late = await staticFiles({ timeoutMs: 50 }).load(file(backend.url), {});
    const controller = new AbortController();
    const loading = staticFiles().load(file(backend.url), { signal: controller.signal });
    controller.abort();
    expect(late).to.deep.equal({ type: 'failed', reason: 'timeout' });
    expect(await loading).to.deep.equal({ type: 'failed', reason: 'aborted' });
  });

  it('names a missing file, a dead line and a name that is no address', async () => {
    const backend = openFakeBackend();
    await backend.setMood({ status: 404, body: '' });
    const missing = await staticFiles().load(file(backend.url), {});
    const cut = openFakeBackend();
    await cut.setMood({ cut: true });
    const dead = await staticFiles().load(file(cut.url), {});
    const odd = await staticFiles().load('http://[', {});
    expect([missing, dead, odd]).to.deep.equal([
      { type: 'failed', reason: 'http-404' },
      { type: 'failed', reason: 'network' },
      { type: 'failed', reason: 'network' },
    ]);
  });
});
