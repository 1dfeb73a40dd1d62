import { expectBoxInside, expectSpotAt } from './expect-place.ts';
import { expect, type Stage, test } from './stage.ts';

const offer = { id: 'offer', target: '#offer', text: 'See what is on offer.' };

/** Scrolling has ended, and the element can be hit where the case looks. */
async function expectReach(stage: Stage, selector: string, where?: 'middle' | 'top'): Promise<void> {
  await expect
    .poll(() => stage.isReachable(selector, where), { message: `${selector} is in reach` })
    .toBe(true);
  await stage.calm();
  expect(await stage.isReachable(selector, where), `${selector} stays in reach`).toBe(true);
}

test('T21 for a target in a scroller the page scrolls to the scroller and the scroller to the target', async ({
  stage,
}) => {
  await stage.play({ steps: [{ id: 'review', target: '#review-15', text: 'A review.' }] });
  await expectReach(stage, '#review-15');
  await expectSpotAt(stage, '#review-15');
  await stage.play({ steps: [{ id: 'card', target: '#card-12', text: 'A card.' }] });
  await expectReach(stage, '#card-12');
  await expectSpotAt(stage, '#card-12');
});

test('T22 box and cut-out move with the target when its scroller is scrolled', async ({ stage }) => {
  await stage.play({ steps: [{ id: 'review', target: '#review-5', text: 'A review.' }] });
  await expectReach(stage, '#review-5');
  const before = await stage.rect('#review-5');
  await stage.page.evaluate(() =>
    document.querySelector('#reviews')?.scrollBy({ top: 30, behavior: 'instant' }),
  );
  const after = await stage.rect('#review-5');
  expect(Math.abs(before.y - after.y)).toBeGreaterThan(10);
  await expectSpotAt(stage, '#review-5');
});

test('T26 after scrolling, no pixel of the upper edge of the target is under the sticky header or the bar', async ({
  stage,
}) => {
  await stage.open({ steps: [offer, { id: 'link', target: '#product-link', text: 'A product.' }] });
  // From below: the shortest way puts the target under the header.
  await stage.page.evaluate(() =>
    globalThis.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }),
  );
  await stage.start();
  await stage.shows(offer.text);
  await expectReach(stage, '#offer', 'top');
  await stage.next.click();
  await stage.shows('A product.');
  await expectReach(stage, '#product-link', 'top');
  await expectReach(stage, '#product-link', 'middle');
});

test('T27 of a target taller than the viewport the start is seen and the controls are in reach', async ({
  stage,
}) => {
  await stage.play({ steps: [{ id: 'tall', target: '#tall', text: 'Very tall.' }] });
  await stage.calm();
  await expect
    .poll(async () => {
      const [tall, header] = [await stage.rect('#tall'), await stage.rect('#header')];
      const height = await stage.page.evaluate(() => innerHeight);
      return tall.y >= header.y + header.height - 1 && tall.y < height * 0.8;
    })
    .toBe(true);
  await expectBoxInside(stage);
});

test('T28 a new scroll cancels the one before it, and a goal above the page becomes its start', async ({
  stage,
}) => {
  await stage.play({
    steps: [
      offer,
      { id: 'last', target: '#last', text: 'The last.' },
      { id: 'top', target: '#logo', text: 'The top.' },
      { id: 'review', target: '#review-2', text: 'A review.' },
    ],
  });
  await stage.next.click();
  await stage.next.click();
  await stage.shows('The top.');
  await stage.calm();
  expect(await stage.page.evaluate(() => globalThis.scrollY)).toBeGreaterThanOrEqual(0);
  await stage.next.click();
  await stage.shows('A review.');
  await expectReach(stage, '#review-2');
  await stage.back.click();
  await stage.back.click();
  await stage.shows('The last.');
  await expectReach(stage, '#last');
});

test('T29 with scrolling off the page does not move', async ({ stage }) => {
  const scrollY = (): Promise<number> => stage.page.evaluate(() => Math.round(globalThis.scrollY));
  if (stage.can('no-scroll')) {
    await stage.open({ steps: [{ id: 'last', target: '#last', text: 'The last.' }], still: true });
    await stage.start();
    await expect(stage.page.locator(stage.player.parts.box).first()).toContainText('The last.');
    await stage.calm();
    expect(await scrollY()).toBe(0);
    return;
  }
  stage.notApplicable('a step cannot ask for no scrolling; tested: a target in reach does not move the page');
  await stage.play({ steps: [offer, { id: 'buy', target: '#buy', text: 'Buy.' }] });
  await stage.calm();
  expect(await scrollY()).toBe(0);
  await stage.next.click();
  await stage.shows('Buy.');
  await stage.calm();
  expect(await scrollY()).toBe(0);
});
