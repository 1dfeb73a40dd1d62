import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openInMemory } from '../../test/support/pglite-image.ts';
import { signOrder } from './backend/order-webhook.ts';
import { openTestShop, type TestShop } from './open-test-shop.ts';

const address = { name: 'Ana', street: 'Lipa 4', postcode: '1000', city: 'Sofia', country: 'BG' };
const wish = { claimId: 'claim-1', template: 'percent-10', personId: 'person-1' };

describe('cart, checkout and coupons without script', () => {
  let test: TestShop;
  let now = 1_800_000_000_000;
  beforeEach(async () => {
    now = 1_800_000_000_000;
    test = await openTestShop(openInMemory, () => now);
  });
  afterEach(() => test.close());

  const order = async (product: string, quantity = '1'): Promise<string> => {
    await test.post('/cart/add', { product, quantity });
    const placed = await test.post('/checkout', address);
    assert.equal(placed.status, 303);
    return placed.headers.get('location') ?? '';
  };
  const cart = async (): Promise<{
    items: { quantity: number }[];
    total: { value: number };
    coupon?: string;
  }> => (await test.get('/cart.json')).json();

  it('fills, changes and empties the cart by forms', async () => {
    const added = await test.post('/bg/cart/add', { product: 'par-403', variant: 'lemon', quantity: '2' });
    assert.equal(added.headers.get('location'), '/bg/cart');
    assert.match(await (await test.get('/bg/cart')).text(), /Широка чаша/);
    assert.equal((await cart()).total.value, 2 * 1400 + 490);
    await test.post('/cart/set', { product: 'par-403', variant: 'lemon', quantity: '5' });
    assert.equal((await cart()).total.value, 7000);
    await test.post('/cart/set', { product: 'par-403', variant: 'lemon', quantity: '0' });
    assert.deepEqual((await cart()).items, []);
  });

  it('refuses what is sold out and never sells more than there is', async () => {
    await test.post('/cart/add', { product: 'par-508' });
    assert.deepEqual((await cart()).items, []);
    await test.post('/cart/add', { product: 'par-305', quantity: '9' });
    assert.equal((await cart()).items[0]?.quantity, 2);
    const first = await order('par-101');
    assert.match(first, /^\/order\/P\d+$/);
    test.leave();
    await test.post('/cart/add', { product: 'par-305' });
    assert.deepEqual((await cart()).items, []);
  });

  it('keeps the buyer on the form until the address is complete', async () => {
    await test.post('/cart/add', { product: 'par-403' });
    const answer = await test.post('/checkout', { ...address, city: ' ' });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /id="city-wrong"/);
    assert.equal((await cart()).items.length, 1);
  });

  it('shows an order only to the cart that placed it, and counts the purchase once', async () => {
    const path = await order('par-403');
    assert.match(await (await test.get(path)).text(), /"event":"purchase"/);
    assert.doesNotMatch(await (await test.get(path)).text(), /"event":"purchase"/);
    test.leave();
    assert.equal((await test.get(path)).status, 404);
  });

  it('accepts a minted coupon once', async () => {
    const { code } = await test.shop.hook.mintCoupon(wish);
    await test.post('/cart/add', { product: 'par-508' });
    await test.post('/cart/add', { product: 'par-101', quantity: '2' });
    const applied = await test.post('/cart/coupon', { code: ` ${code.toLowerCase()} ` });
    assert.equal(applied.headers.get('location'), '/checkout?coupon=on');
    assert.equal((await cart()).total.value, 6800 - 680);
    await order('par-403');
    test.leave();
    await test.post('/cart/add', { product: 'par-101' });
    const again = await test.post('/cart/coupon', { code });
    assert.equal(again.headers.get('location'), '/checkout?coupon=couponUsed');
    assert.equal((await cart()).coupon, undefined);
  });

  it('refuses unknown and expired coupons with the reason', async () => {
    const { code } = await test.shop.hook.mintCoupon({ ...wish, validUntil: now + 1000 });
    now += 2000;
    await test.post('/cart/add', { product: 'par-101' });
    assert.equal(
      (await test.post('/cart/coupon', { code })).headers.get('location'),
      '/checkout?coupon=couponExpired',
    );
    const unknown = await test.post('/cart/coupon', { code: 'SILL-NOTHING' });
    assert.equal(unknown.headers.get('location'), '/checkout?coupon=couponUnknown');
    assert.match(await (await test.get('/checkout?coupon=couponUnknown')).text(), /role="alert"/);
  });

  it('mints one code for one claim, asked ten times at once', async () => {
    const minted = await Promise.all(Array.from({ length: 10 }, () => test.shop.hook.mintCoupon(wish)));
    assert.equal(new Set(minted.map(({ code }) => code)).size, 1);
    const other = await test.shop.hook.mintCoupon({ ...wish, claimId: 'claim-2' });
    assert.notEqual(other.code, minted[0]?.code);
    await assert.rejects(test.shop.hook.mintCoupon({ ...wish, claimId: 'claim-3', template: 'percent-99' }));
  });

  it('tells of the order with a valid signature and the visitor reference', async () => {
    await test.post('/cart/add', { product: 'par-403' });
    await test.post('/cart/reference', { reference: 'aaa.bbb.ccc' });
    const path = await order('par-701');
    await test.shop.webhook.deliver();
    const [call] = test.told;
    assert.ok(call);
    const body = JSON.parse(call.body);
    assert.equal(`/order/${body.orderId}`, path);
    assert.equal(body.visitorRef, 'aaa.bbb.ccc');
    assert.deepEqual(body.total, { value: 1400 + 1200 + 490, currency: 'EUR' });
    assert.match(call.headers.get('x-regulars-signature') ?? '', /^v1=[0-9a-f]{64}$/);
    assert.notEqual(
      signOrder('another', call.headers.get('x-regulars-timestamp') ?? '', call.body),
      call.headers.get('x-regulars-signature'),
    );
  });

  it('tells again until it was heard, with the same delivery id, and then never more', async () => {
    test.answer(503);
    await order('par-403');
    await test.shop.webhook.deliver();
    const before = test.told.length;
    assert.ok(before > 0);
    test.answer(200);
    await test.shop.webhook.deliver();
    assert.equal(test.told.length, before, 'asks again before its pause is over');
    now += 3_600_000;
    await test.shop.webhook.deliver();
    await test.shop.webhook.deliver();
    assert.equal(test.told.length, before + 1);
    assert.equal(new Set(test.told.map(({ headers }) => headers.get('x-regulars-delivery'))).size, 1);
  });

  it('proves a customer by a token that ends, and nobody by any other', async () => {
    assert.deepEqual(await (await test.get('/account/token')).json(), { token: null });
    await test.post('/account/sign-in', { customer: 'customer-ana' });
    const { token } = (await (await test.get('/account/token')).json()) as { token: string };
    assert.equal((await test.shop.hook.verifyCustomerToken(token))?.customerId, 'customer-ana');
    assert.equal(await test.shop.hook.verifyCustomerToken(`${token}x`), null);
    assert.equal(
      await test.shop.hook.verifyCustomerToken(await test.shop.tokens.sign('customer-ana', 'session')),
      null,
    );
    now += 601_000;
    assert.equal(await test.shop.hook.verifyCustomerToken(token), null);
    await order('par-403');
    assert.match(await (await test.get('/account')).text(), /\/order\/P\d+/);
    await test.post('/account/sign-out', {});
    assert.deepEqual(await (await test.get('/account/token')).json(), { token: null });
  });

  it('refuses a form that a foreign page sends', async () => {
    const body = new URLSearchParams({ product: 'par-403' });
    const headers = { origin: 'https://evil.test' };
    const answer = await test.shop.fetch(
      new Request('http://shop.test/cart/add', { method: 'POST', body, headers }),
    );
    assert.equal(answer.status, 403);
  });

  it('answers the bridge: price, stock and cards in the language', async () => {
    const found = (await (await test.get('/bg/products.json?ids=par-508,par-403,nope')).json()) as {
      title: string;
      inStock: boolean;
    }[];
    assert.deepEqual(
      found.map(({ inStock }) => inStock),
      [false, true],
    );
    assert.equal(found[1]?.title, 'Широка чаша');
  });
});
