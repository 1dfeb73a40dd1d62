import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openInMemory } from '../../test/support/pglite-image.ts';
import { openTestShop, type TestShop } from './open-test-shop.ts';

describe('the wish lists of the shop', () => {
  let test: TestShop;
  before(async () => {
    test = await openTestShop(openInMemory);
  });
  after(() => test.close());
  const list = async (): Promise<unknown> => (await (await test.get('/wishlist.json')).json()).ids;
  const save = (...ids: string[]): Promise<Response> => test.post('/wishlist.json', { ids: ids.join() });

  it('keep nothing for nobody, and each customer’s own in its order, without what the shop does not sell', async () => {
    assert.equal(await list(), null);
    const refused = await save('par-101');
    assert.deepEqual([refused.status, (await refused.json()).ok], [403, false]);
    await test.post('/account/sign-in', { customer: 'customer-ana' });
    assert.deepEqual(await list(), []);
    assert.equal((await save('par-806', 'no-such', 'par-101', 'par-806')).status, 200);
    assert.deepEqual(await list(), ['par-806', 'par-101']);
    await test.post('/account/sign-in', { customer: 'customer-boris' });
    assert.deepEqual(await list(), []);
    await save('par-102');
    await test.post('/account/sign-in', { customer: 'customer-ana' });
    assert.deepEqual(await list(), ['par-806', 'par-101']);
    await save();
    assert.deepEqual(await list(), []);
  });

  it('have a page that says how it works, and a heart on every card and product page that waits for leave', async () => {
    const page = await (await test.get('/bg/wishlist')).text();
    assert.match(page, /<regulars-slot name="wishlist"[^>]*><span data-regulars-heart hidden>/);
    assert.match(await (await test.get('/c/garden')).text(), /slot="heart" data-regulars-heart="par-101"/);
    const hearts = [
      ...(await (await test.get('/p/swan-watering-can')).text()).matchAll(
        /<button[^>]*data-regulars-heart=[^>]*>/g,
      ),
    ];
    assert.ok(hearts.length >= 5);
    for (const [tag] of hearts) assert.match(tag, / hidden>$/);
  });
});
