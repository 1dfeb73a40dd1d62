import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openInMemory } from '../../test/support/pglite-image.ts';
import { openTestShop, type TestShop } from './open-test-shop.ts';

const address = { name: 'Ana', street: 'Lipa 4', postcode: '1000', city: 'Sofia', country: 'BG' };
const sprout = { tier: 'sprout', points: 90, entitlements: ['winter-sill'] };

describe('what a regular gets in the shop', () => {
  let test: TestShop;
  let now = Date.UTC(2026, 10, 22);
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 22);
    test = await openTestShop(openInMemory, () => now);
    await test.post('/account/sign-in', { customer: 'customer-ana' });
  });
  afterEach(() => test.close());

  const read = async (path: string): Promise<string> => (await test.get(path)).text();
  const total = async (): Promise<number> => (await (await test.get('/cart.json')).json()).total.value;

  it('marks prices with the tier’s own, and takes that off the cart', async () => {
    assert.doesNotMatch(await read('/p/window-feeder'), /class="member"/);
    test.know(sprout);
    assert.match(await read('/p/window-feeder'), /<span class="member">Sprout price €27\.55<\/span>/);
    assert.match(await read('/bg/c/wildlife'), /<span class="member">Кълн: 27,55\s€<\/span>/);
    await test.post('/cart/add', { product: 'par-801', quantity: '3' });
    assert.equal(await total(), 3 * 2755);
    assert.match(await read('/cart'), /Sprout price, −5%<\/dt><dd>−€4\.35/);
    test.know({ ...sprout, tier: 'tree' });
    assert.equal(await total(), 3 * 2610);
  });

  it('sells what is behind a door to whom it is open, and to everybody from its day on', async () => {
    const closed = await test.post('/cart/add', { product: 'par-804' });
    assert.equal(closed.headers.get('location'), '/cart');
    assert.match(await read('/p/butterfly-bar'), /Opens for everybody on December 31, 2027/);
    assert.doesNotMatch(await read('/p/butterfly-bar'), /form class="buy/);
    assert.equal(await total(), 0);
    test.know(sprout);
    assert.match(await read('/p/butterfly-bar'), /Yours before everybody else/);
    await test.post('/cart/add', { product: 'par-804' });
    assert.equal(await total(), 1520 + 490);
    test.leave();
    now = Date.UTC(2028, 0, 1);
    assert.doesNotMatch(await read('/p/butterfly-bar'), /early-note/);
    await test.post('/cart/add', { product: 'par-804' });
    assert.equal(await total(), 1600 + 490);
  });

  it('pays half an order with points at most, once, and takes no order when they are refused', async () => {
    test.know(sprout);
    await test.post('/cart/add', { product: 'par-806' });
    assert.match(await read('/checkout'), /Pay €4\.00 with 80 points/);
    await test.post('/cart/points', { use: 'yes' });
    assert.equal(await total(), 751 + 490 - 400);
    assert.match(await read('/checkout'), /80 points pay €4\.00/);
    test.answer(409);
    const refused = await test.post('/checkout', address);
    assert.equal(refused.headers.get('location'), '/checkout?points');
    assert.match(await read('/checkout?points'), /role="alert"/);
    test.answer(200);
    const placed = await test.post('/checkout', address);
    assert.match(placed.headers.get('location') ?? '', /^\/order\/P\d+$/);
    const [, paid] = test.spent;
    assert.deepEqual(
      [paid?.points, paid?.total, paid?.customerId],
      [80, { value: 751 + 490, currency: 'EUR' }, 'customer-ana'],
    );
    await test.shop.webhook.deliver();
    assert.deepEqual(JSON.parse(test.told.at(-1)?.body ?? '{}').total, { value: 841, currency: 'EUR' });
    // Ordered and forgotten: the next cart pays with money until asked again.
    await test.post('/cart/add', { product: 'par-806' });
    assert.equal(await total(), 751 + 490);
  });

  it('gives the points back when the order came to nothing', async () => {
    test.know(sprout);
    await test.post('/cart/add', { product: 'par-607', variant: 's', quantity: '3' });
    await test.post('/cart/points', { use: 'yes' });
    const mine = test.leave();
    await test.post('/cart/add', { product: 'par-607', quantity: '1' });
    await test.post('/checkout', address);
    test.leave(mine);
    const placed = await test.post('/checkout', address);
    assert.equal(placed.headers.get('location'), '/checkout?stock');
    const word = JSON.parse(test.told.at(-1)?.body ?? '{}');
    assert.deepEqual([word.status, word.orderId], ['cancelled', test.spent[0]?.orderId]);
  });
});
