import { expectBoxInside, expectFree, expectSpotAt } from './expect-place.ts';
import { expect, type Stage, test } from './stage.ts';

const offer = { id: 'offer', target: '#offer', text: 'See what is on offer.' };
const bar = { id: 'bar', target: '#bar-button', text: 'Ask us anything.' };

/** The arrow's middle, where an arrow is seen. */
async function arrowOf(stage: Stage): Promise<{ x: number; y: number } | null> {
  const arrow = stage.page.locator(stage.player.parts.arrow).first();
  if ((await arrow.count()) === 0 || !(await arrow.isVisible())) return null;
  return arrow.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

/** The arrow points at the target: its middle, unless the box ends before. */
async function expectArrowAt(stage: Stage, selector: string): Promise<void> {
  const box = await stage.calm();
  const arrow = await arrowOf(stage);
  if (!arrow) return;
  const target = await stage.rect(selector);
  const inside =
    arrow.x >= box.x - 20 &&
    arrow.x <= box.x + box.width + 20 &&
    arrow.y >= box.y - 20 &&
    arrow.y <= box.y + box.height + 20;
  expect(inside, 'the arrow is at the box').toBe(true);
  const beside = arrow.x < box.x + 2 || arrow.x > box.x + box.width - 2;
  const [at, middle, from, to] = beside
    ? [arrow.y, target.y + target.height / 2, box.y, box.y + box.height]
    : [arrow.x, target.x + target.width / 2, box.x, box.x + box.width];
  // Clamped: as near to the middle as the round corners of the box let it.
  const wanted = Math.min(Math.max(middle, from + 32), to - 32);
  expect(Math.abs(at - wanted), 'the arrow looks at the middle').toBeLessThan(22);
}

test('T16 the box flips where there is no room; its arrow points at the middle, is clamped, and is hidden when it floats free', async ({
  stage,
}) => {
  await stage.play({
    steps: [bar, { id: 'logo', target: '#logo', text: 'Home.' }, offer, { id: 'free', text: 'Free.' }],
  });
  await expectBoxInside(stage);
  await expectFree(stage, '#bar-button');
  await expectArrowAt(stage, '#bar-button');
  for (const [selector, text] of [
    ['#logo', 'Home.'],
    ['#offer', offer.text],
  ] as const) {
    await stage.next.click();
    await stage.shows(text);
    await expectBoxInside(stage);
    await expectFree(stage, selector);
    await expectArrowAt(stage, selector);
  }
  await stage.next.click();
  await stage.shows('Free.');
  await stage.calm();
  expect(await arrowOf(stage)).toBeNull();
});

test('T17 the side that the box names is the side where it is, also after it changed', async ({ stage }) => {
  const sideOf = (): Promise<string | null> => stage.page.evaluate(() => globalThis.player.side?.() ?? null);
  const realSide = async (selector: string): Promise<string> => {
    const [box, target] = [await stage.calm(), await stage.rect(selector)];
    if (box.y >= target.y + target.height - 2) return 'bottom';
    if (box.y + box.height <= target.y + 2) return 'top';
    return box.x >= target.x + target.width - 2 ? 'right' : 'left';
  };
  if (!stage.can('side'))
    stage.notApplicable('the library names no side; tested: the box is beside its target');
  await stage.play({ steps: [bar, offer] });
  for (const [selector, text] of [
    ['#bar-button', bar.text],
    ['#offer', offer.text],
  ] as const) {
    await stage.shows(text);
    const real = await realSide(selector);
    await expectFree(stage, selector);
    const said = await sideOf();
    if (said !== null) expect(said).toBe(real);
    if (text === bar.text) await stage.next.click();
  }
  // No room below any more: the target goes down to the edge.
  await stage.page.evaluate(() => {
    const target = document.querySelector('#offer') as HTMLElement;
    Object.assign(target.style, { position: 'fixed', insetBlockEnd: '60px', insetInlineStart: '40px' });
    // That a library sees it without being told is another scenario.
    dispatchEvent(new Event('resize'));
  });
  await expectSpotAt(stage, '#offer');
  const real = await realSide('#offer');
  const said = await sideOf();
  if (said !== null) expect(said).toBe(real);
  await expectFree(stage, '#offer');
});

test('T18 the cut-out of a tiny target is no larger than its padding makes it, and nothing gives no cut-out', async ({
  stage,
}) => {
  await stage.play({ steps: [{ id: 'tiny', target: '#tiny', text: 'So small.' }] });
  await expectSpotAt(stage, '#tiny', 20);
  const wait = stage.can('wait') ? { waitMs: 100 } : {};
  await stage.open({ steps: [{ id: 'empty', target: '#empty', text: 'Nothing.', ...wait }] });
  await stage.start();
  await stage.settle();
  const spot = async (): Promise<boolean> => {
    const found = await stage.spot();
    return found === null || found.width * found.height < 1;
  };
  await expect.poll(spot).toBe(true);
  expect(stage.faults).toEqual([]);
});

test('T19 the cut-out of a target that its scroller clips covers only what can be seen', async ({
  stage,
}) => {
  await stage.play({ steps: [{ id: 'review', target: '#review-3', text: 'A review.' }] });
  await stage.calm();
  await stage.page.evaluate(() => {
    const [scroller, target] = [document.querySelector('#reviews'), document.querySelector('#review-3')];
    if (!scroller || !target) return;
    const [outer, inner] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
    // Half of the target goes above the edge of its scroller.
    scroller.scrollTop += inner.top - outer.top + inner.height / 2;
  });
  await expect
    .poll(async () => {
      const [spot, scroller] = [await stage.spot(), await stage.rect('#reviews')];
      return spot !== null && spot.height > 10 && spot.y >= scroller.y - 12;
    })
    .toBe(true);
});

test('T20 the same element or one inside another gives one opening', async ({ stage }) => {
  if (!stage.can('extra-highlights'))
    stage.notApplicable('the library highlights one target; tested: several matches give one opening');
  await stage.play({
    steps: [{ id: 'buy', target: '#buy', text: 'Buttons.' }],
    highlights: ['#buy', 'p:has(> #buy)'],
  });
  await stage.calm();
  const spots = stage.page.locator(stage.player.parts.spot);
  const openings = await spots.evaluateAll((all) =>
    all
      .filter((one) => one.getBoundingClientRect().width > 0)
      .map((one) =>
        one instanceof SVGPathElement ? ((one.getAttribute('d') ?? '').match(/M/gi) ?? []).length - 1 : 1,
      )
      .reduce((sum, one) => sum + one, 0),
  );
  expect(openings).toBe(1);
});

test('T23 a fixed target and one in a fixed ancestor get the box at the right place, and the page does not scroll', async ({
  stage,
}) => {
  const scrollY = (): Promise<number> => stage.page.evaluate(() => Math.round(globalThis.scrollY));
  await stage.play({ steps: [bar] });
  await expectSpotAt(stage, '#bar-button');
  expect(await scrollY()).toBe(0);
  await stage.open({ steps: [bar, { id: 'whole', target: '#bar', text: 'The whole bar.' }] });
  await stage.page.evaluate(() => globalThis.scrollTo({ top: 500, behavior: 'instant' }));
  await stage.start();
  await stage.shows(bar.text);
  await expectSpotAt(stage, '#bar-button');
  await stage.next.click();
  await stage.shows('The whole bar.');
  await stage.calm();
  expect(await scrollY()).toBe(500);
  const [spot, whole] = [await stage.spot(), await stage.rect('#bar')];
  expect(Math.abs((spot?.y ?? 0) - whole.y)).toBeLessThan(20);
});

test('T24 in a parent with a position, a z-index and a transform the highlight is right and the target can be clicked', async ({
  stage,
}) => {
  await stage.play({ steps: [{ id: 'stacked', target: '#stacked', text: 'Deep inside.' }] });
  await stage.calm();
  // Away from the sticky header: that is another scenario.
  await stage.page.evaluate(() =>
    document.querySelector('#stacked')?.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  await expectSpotAt(stage, '#stacked');
  const { x, y, width, height } = await stage.rect('#stacked');
  await stage.page.mouse.click(x + width / 2, y + height / 2);
  expect(await stage.page.evaluate(() => globalThis.shopClicks)).toContain('stacked');
});

test('T25 what is inserted above, a target that grows and a picture that comes late inside the box are followed', async ({
  stage,
}) => {
  await stage.play({ steps: [offer] });
  await stage.calm();
  await stage.page.evaluate(() => {
    const block = document.createElement('div');
    block.style.blockSize = '70px';
    document.querySelector('#inserted-before')?.before(block);
  });
  await expectSpotAt(stage, '#offer');
  await stage.page.evaluate(() => {
    const target = document.querySelector('#offer') as HTMLElement;
    Object.assign(target.style, { blockSize: '110px', inlineSize: '300px' });
  });
  await expectSpotAt(stage, '#offer');
  // What a late picture does: the box becomes higher while it is open.
  await stage.box.evaluate((box) => {
    const late = document.createElement('img');
    late.src = '/picture.svg';
    late.alt = '';
    late.style.cssText = 'display:block;inline-size:100px';
    (box.querySelector('p, div') ?? box).append(late);
    return late.decode().catch(() => undefined);
  });
  await expectBoxInside(stage);
  await expectSpotAt(stage, '#offer');
  await expectFree(stage, '#offer');
});

test('T30 at 360x640, at 320 px and at 200 % zoom the box is inside, scrolls by itself, and can be closed', async ({
  stage,
}) => {
  const text = `Long. ${'Every lantern is made by hand and tested in the rain. '.repeat(16)}`;
  // 1280x800 at 200 % is 640x400.
  for (const [width, height] of [
    [360, 640],
    [320, 568],
    [640, 400],
  ] as const) {
    await stage.page.setViewportSize({ width, height });
    await stage.play({ steps: [{ ...offer, text }] });
    await expectBoxInside(stage);
    await stage.close.click({ trial: true, timeout: 2000 });
    expect(
      await stage.page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth),
      'no bar to scroll sideways',
    ).toBe(true);
  }
});
