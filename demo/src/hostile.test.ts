import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openInMemory } from '../../test/support/pglite-image.ts';
import { openTestShop, type TestShop } from './open-test-shop.ts';
import { createStaticFiles } from './web/static-files.ts';

describe('the shop under hostile requests', () => {
  let test: TestShop;
  before(async () => {
    test = await openTestShop(openInMemory);
  });
  after(() => test.close());

  it('finds nothing under the names that every object has', async () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      assert.equal((await test.get(`/rules/${name}`)).status, 404, name);
      const page = await (await test.get(`/c/garden?price=${name}`)).text();
      assert.match(page, /<shop-card/, name);
      await assert.rejects(test.shop.hook.mintCoupon({ claimId: name, template: name, personId: 'p' }), {
        message: `The shop has no coupon template "${name}".`,
      });
    }
  });

  it('links to no other host, whatever address is asked for', async () => {
    const page = await (await test.get('/bg//evil.example/x')).text();
    assert.doesNotMatch(page, /href="\/\/evil/);
  });

  it('reads no endless form, and none with signs the database refuses', async () => {
    assert.equal((await test.post('/cart/add', { product: 'x'.repeat(100_000) })).status, 413);
    assert.equal((await test.post('/cart/coupon', { code: 'A\0B' })).status, 303);
    const headers = { cookie: 'shop-cart=a%00b' };
    assert.equal((await test.shop.fetch(new Request('http://shop.test/cart', { headers }))).status, 200);
  });

  it('serves files below its folder only, and takes broken addresses for missing ones', async () => {
    const serve = createStaticFiles('/sdk/', import.meta.dirname);
    const status = async (path: string): Promise<number> =>
      (await serve(new Request(`http://shop.test/sdk/${path}`))).status;
    assert.equal(await status('serve.ts'), 200);
    for (const path of [
      '%',
      '%E0%A4%A',
      'web',
      '%2e%2e%2fpackage.json',
      '..%2fpackage.json',
      '%2fetc%2fpasswd',
      'a%00b',
    ]) {
      assert.equal(await status(path), 404, path);
    }
  });
});
