import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { cardsIn } from './shopper.ts';

/** What the backend was sent of clicks on cards. */
interface Sent {
  readonly name: string;
  readonly props: { readonly productId?: string; readonly position?: number };
}

test('R38 a click on a card arrives after the page has gone, by mouse, by keyboard and by the middle button', async ({
  page,
}) => {
  await allowAutomation(page);
  const sent: Sent[] = [];
  page.context().on('request', (request) => {
    if (!/\/v1\/batch/.test(request.url())) return;
    const body = request.postDataJSON() as { readonly events?: readonly Sent[] } | null;
    for (const event of body?.events ?? []) if (event.name === 'recommendation_clicked') sent.push(event);
  });
  await page.goto('/');
  await answer(page, 'yes');
  const ways = ['mouse', 'keyboard', 'middle'] as const;
  for (const [at, way] of ways.entries()) {
    await page.goto('/');
    const ids = await cardsIn(page, 'home-for-you');
    // A tour of the demo may stand over the page.
    await page.keyboard.press('Escape');
    const link = page
      .locator('regulars-slot[name="home-for-you"] regulars-product-card')
      .nth(at)
      .getByRole('link');
    await link.scrollIntoViewIfNeeded();
    if (way === 'keyboard') {
      await link.focus();
      await page.keyboard.press('Enter');
    } else await link.click({ button: way === 'middle' ? 'middle' : 'left' });
    if (way !== 'middle') await page.waitForURL('**/p/**');
    await idle(page);
    await expect.poll(() => sent.map(({ props }) => props.productId), { message: way }).toContain(ids[at]);
    expect(sent.find(({ props }) => props.productId === ids[at])?.props.position).toBe(at);
  }
});
