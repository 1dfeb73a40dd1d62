import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { buy, cardsIn, enterCoupon, look, tourBox, tourButton, viewOf } from './shopper.ts';

interface Orders {
  readonly orders: readonly {
    orderId: string;
    joinedBy: string | null;
    anonymousId: string | null;
    points: number;
  }[];
}
interface Journey {
  readonly events: readonly { name: string; seq: number; sid: string }[];
  readonly points: number;
  readonly pending: number;
}

const products = ['/p/enamel-milk-pot', '/p/linden-board', '/p/pickle-jar'];

test('a first visit becomes a regular, and everything of it arrives in the database', async ({
  page,
  operator,
  watch,
  violations,
}) => {
  test.setTimeout(120_000);
  await allowAutomation(page);
  await test.step('the tour greets, goes on after a full load, ends, and never comes back', async () => {
    await page.goto('/');
    await answer(page, 'yes');
    await expect(tourBox(page)).toContainText('1 of 3');
    await tourButton(page, 'Next').click();
    await page.goto('/c/garden');
    await expect(tourBox(page)).toContainText('2 of 3');
    await tourButton(page, 'Next').click();
    await expect(tourBox(page)).toContainText('3 of 3');
    await tourButton(page, 'Done').click();
    await expect(tourBox(page)).toBeHidden();
    await page.goto('/');
    await idle(page);
    await expect(tourBox(page)).toBeHidden();
  });

  const popular = await cardsIn(page, 'home-for-you');
  await test.step('two product views bring a list of their own', async () => {
    expect(popular.length).toBeGreaterThan(3);
    await look(page, products[0] ?? '');
    await expect(page.locator('regulars-slot[name="product-similar"] regulars-carousel')).toHaveCount(0);
    await look(page, products[1] ?? '');
    await expect(page.locator('regulars-slot[name="product-similar"] regulars-carousel')).toBeVisible();
    await page.goto('/');
    await expect(
      page.locator('regulars-slot[name="home-for-you"] regulars-product-card').first(),
    ).toBeVisible();
    expect(await cardsIn(page, 'home-for-you')).not.toEqual(popular);
  });

  let orderId = '';
  await test.step('an order is joined to its visitor by the signed reference', async () => {
    await idle(page);
    orderId = await buy(page, products[2] ?? '');
    await expect
      .poll(async () => {
        const { orders } = (await (await operator.get('/regulars/operator/api/orders')).json()) as Orders;
        return orders.find((one) => one.orderId === orderId)?.joinedBy;
      })
      .toBe('visitor-ref');
  });

  let code = '';
  await test.step('the wheel turns to what the server drew, and the claim pays', async () => {
    const wheel = page.locator('regulars-wheel');
    await expect(wheel.getByRole('table')).toBeVisible();
    await wheel.getByRole('button', { name: 'Spin the wheel' }).click();
    const claim = wheel.getByRole('button', { name: 'Get my prize' });
    await expect(wheel.getByRole('status').filter({ hasText: /You won|Result/ })).toBeVisible({
      timeout: 15_000,
    });
    await claim.click();
    await expect(wheel.getByText('Your code').first()).toBeVisible();
    const view = await viewOf(page, 'order-wheel');
    code = view?.type === 'wheel' ? (view.code ?? '') : '';
    expect(code).not.toBe('');
  });

  await test.step('the wallet shows the points of the ledger', async () => {
    await page.goto('/account');
    await expect(page.locator('regulars-wallet')).toContainText(orderId);
  });

  await test.step('a coupon is taken once', async () => {
    const second = await buy(page, products[0] ?? '', code);
    expect(second).not.toBe(orderId);
    await page.goto(products[0] ?? '');
    await page.locator('form.buy').getByRole('button').click();
    await page.goto('/checkout');
    await enterCoupon(page, code);
    await expect(page.locator('#coupon-wrong')).toBeVisible();
  });

  await test.step('the database holds the journey, in order and once', async () => {
    await page.evaluate(() => globalThis.regulars?.flush?.());
    const { orders } = (await (await operator.get('/regulars/operator/api/orders')).json()) as Orders;
    const visitor = orders.find((one) => one.orderId === orderId)?.anonymousId;
    const stored = async (): Promise<Journey> =>
      (await (await operator.get(`/regulars/operator/api/visitors/${visitor}`)).json()) as Journey;
    await expect.poll(async () => (await stored()).events.map((one) => one.name)).toContain('prize_drawn');
    const { events, points, pending } = await stored();
    const names = events.map((one) => one.name);
    for (const name of [
      'session_started',
      'page_viewed',
      'tour_started',
      'tour_completed',
      'product_viewed',
      'recommendation_shown',
      'cart_product_added',
      'order_placed',
      'prize_drawn',
    ])
      expect(names, name).toContain(name);
    const places = events.map((one) => `${one.sid} ${one.seq}`);
    expect(new Set(places).size).toBe(places.length);
    expect(points + pending).toBeGreaterThan(0);
  });
  expect(violations).toEqual([]);
  expect(watch.errors).toEqual([]);
});

test('an order whose browser closed before the thank-you page still finds its visitor', async ({
  page,
  operator,
}) => {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await idle(page);
  await page.goto(products[1] ?? '');
  await page.locator('form.buy').getByRole('button').click();
  await expect(page.locator('#cart')).toBeVisible();
  await idle(page);
  const readOrders = async (): Promise<Orders['orders']> =>
    ((await (await operator.get('/regulars/operator/api/orders')).json()) as Orders).orders;
  // Orders of other tests may bear a later day of the shop's clock.
  const before = new Set((await readOrders()).map(({ orderId }) => orderId));
  const cookies = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
  const origin = new URL(page.url()).origin;
  const body = new URLSearchParams({
    name: 'Anna',
    street: 'Street 1',
    postcode: '1000',
    city: 'Sofia',
    country: 'BG',
    email: 'anna@example.com',
  });
  await page.context().close();
  const placed = await fetch(`${origin}/checkout`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  expect(placed.status).toBe(303);
  await expect
    .poll(async () => (await readOrders()).find(({ orderId }) => !before.has(orderId))?.joinedBy)
    .toBe('visitor-ref');
});

test('Escape leaves the tour for good and gives the focus back', async ({ page, watch }) => {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await expect(tourBox(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tourBox(page)).toBeHidden();
  for (const path of ['/c/garden', '/']) {
    await page.goto(path);
    await idle(page);
    await expect(tourBox(page)).toBeHidden();
  }
  expect(watch.errors).toEqual([]);
});

test('Escape in the last moment of a page is booked, once, and the tour stays away', async ({
  page,
  watch,
}) => {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await expect(tourBox(page)).toBeVisible();
  await idle(page);
  const reloaded = page.waitForEvent('load');
  await page.evaluate(() => {
    document.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, composed: true }),
    );
    location.reload();
  });
  await reloaded;
  for (const path of ['/', '/c/garden']) {
    await page.goto(path);
    await idle(page);
    await expect(tourBox(page)).toBeHidden();
  }
  const journey = await page.evaluate(() => globalThis.regulars?.exportJourney?.());
  const ends = (journey?.events ?? []).filter(({ name }) => name === 'tour_dismissed');
  expect(ends.map(({ props }) => props)).toEqual([expect.objectContaining({ cause: 'escape' })]);
  expect(watch.errors).toEqual([]);
});

test('the whole tour works by keyboard alone', async ({ page }) => {
  await allowAutomation(page);
  await page.goto('/');
  await page.locator('#consent-yes').press('Enter');
  await expect(tourBox(page)).toContainText('1 of 3');
  await tourButton(page, 'Next').press('Enter');
  await idle(page);
  await page.goto('/c/garden');
  await expect(tourBox(page)).toContainText('2 of 3');
  await expect(tourBox(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tourBox(page)).toContainText('3 of 3');
  await tourButton(page, 'Done').press('Enter');
  await expect(tourBox(page)).toBeHidden();
});
