import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { cardsIn } from './shopper.ts';

/** What the backend has of a visitor. */
interface Journey {
  readonly events: readonly {
    readonly name: string;
    readonly props: { readonly productId?: string; readonly position?: number };
  }[];
}

test('R38 a click on a card arrives after the page has gone, by mouse, by keyboard and by the middle button', async ({
  page,
  operator,
}) => {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await idle(page);
  // The newest visitor of this worker's shop.
  const { visitors } = (await (await operator.get('/regulars/operator/api/visitors')).json()) as {
    readonly visitors: readonly { readonly anonymousId: string }[];
  };
  const visitor = visitors[0]?.anonymousId;
  const clicks = async () => {
    const answered = await operator.get(`/regulars/operator/api/visitors/${visitor}`);
    const { events = [] } = (await answered.json()) as Partial<Journey>;
    return events.filter(({ name }) => name === 'recommendation_clicked').map(({ props }) => props);
  };
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
    const wanted = { productId: ids[at], position: at };
    await expect.poll(clicks, { message: way }).toContainEqual(expect.objectContaining(wanted));
  }
});
