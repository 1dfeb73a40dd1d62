import type { Page } from '@playwright/test';
import { expect, focused, placeOf, putRow, rest, still, test } from './row-stage.ts';

test.use({ viewport: { width: 1000, height: 700 } });

const widths = [320, 768, 1280, 1920] as const;

/** Where the row, its slides and what follows stand now. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const round = ({ left, top, width, height }: DOMRect) =>
      [left, top, width, height].map(Math.round).join();
    const carousel = document.querySelector('regulars-carousel') as HTMLElement;
    return {
      slides: [...carousel.children].map((slide) => round(slide.getBoundingClientRect())),
      below: Math.round(document.querySelector('#below')?.getBoundingClientRect().top ?? 0),
    };
  });

test('R01 without scripts eight slides of the server can be scrolled sideways, every link works, nothing overlaps', async ({
  slidesPage,
  browserName,
}) => {
  // In Firefox the page simply has no script: its driver cannot switch them off.
  const { page } = await slidesPage({
    ...(browserName === 'chromium' ? { javaScriptEnabled: false } : {}),
    viewport: { width: 700, height: 700 },
  });
  const boxOf = async (at: number) =>
    (await page.locator('.slide').nth(at).boundingBox()) ?? { x: 0, width: 0 };
  const all = await Promise.all(Array.from({ length: 8 }, (_, at) => boxOf(at)));
  for (const [at, box] of all.entries())
    if (at > 0)
      expect(box.x, `slide ${at}`).toBeGreaterThan((all[at - 1]?.x ?? 0) + (all[at - 1]?.width ?? 0));
  expect(all[7]?.x, 'the last one lies beyond the row').toBeGreaterThan(700);
  await page.mouse.move(300, 200);
  // A page whose script never comes is given three seconds.
  await expect(async () => {
    await page.mouse.wheel(5000, 0);
    expect((await boxOf(7)).x).toBeLessThan(700);
  }).toPass();
  for (const at of [7, 0]) {
    await page.locator('.slide').nth(at).click();
    await expect(page).toHaveURL(new RegExp(`#s${at}$`));
  }
});

for (const width of widths) {
  test(`R02 from first paint to fully started nothing moves at ${width} px, with slides of the server and with ranked cards`, async ({
    slidesPage,
    stage,
    browserName,
  }) => {
    const { page, start } = await slidesPage({ viewport: { width, height: 900 } });
    await page.evaluate(() => {
      const moved: number[] = [];
      Object.assign(globalThis, { moved });
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          moved.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const before = await boxes(page);
    expect(before.slides).toHaveLength(8);
    await start();
    expect(await boxes(page)).toEqual(before);
    const moved = await page.evaluate(() => (globalThis as unknown as { moved: number[] }).moved);
    if (browserName === 'chromium') expect(moved).toEqual([]);

    // Frames of the list on its way have the boxes of its cards: plain ones, and such as the shop says.
    await stage.setViewportSize({ width, height: 900 });
    const variants = [{ id: 's', label: 'S' }];
    const rich = {
      rating: { value: 4.5, count: 12 },
      variants,
      title: 'A title that takes two lines of the card',
    };
    for (const [product, words, choice] of [
      [{}, '', ''],
      [rich, '7.4em', 'calc(44px + 0.6em)'],
    ] as const) {
      const heights: number[] = [];
      for (const state of ['loading', 'ready'] as const) {
        await putRow(stage, { state, product, addToCart: true, style: { words, choice } });
        heights.push(
          await stage.locator('regulars-carousel').evaluate((row) => row.getBoundingClientRect().height),
        );
      }
      expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0)), `${heights}`).toBeLessThan(1);
    }
  });
}

test('R03 two shadow roots deep the styles around reach the slides, and the buttons find their scroller', async ({
  stage,
}) => {
  await putRow(stage, { count: 1 });
  await stage.evaluate(() => {
    const nest = (parent: ParentNode): ShadowRoot => {
      const box = document.createElement('div');
      parent.append(box);
      return box.attachShadow({ mode: 'open' });
    };
    document.body.replaceChildren();
    const inner = nest(nest(document.body));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('a { border-block-start: 7px solid; block-size: 80px; display: block }');
    inner.adoptedStyleSheets = [sheet];
    const row = document.createElement('regulars-carousel');
    row.append(
      ...Array.from({ length: 12 }, (_, at) =>
        Object.assign(document.createElement('a'), { href: `#${at}`, textContent: `${at}` }),
      ),
    );
    inner.append(row);
  });
  const row = stage.locator('regulars-carousel');
  await expect(row.locator('[part="next"]')).toBeVisible();
  const slide = row.locator('a').first();
  expect(await slide.evaluate((link) => getComputedStyle(link).borderTopWidth)).toBe('7px');
  await row.locator('[part="next"]').click();
  const place = await rest(stage);
  expect(place.at).toBeGreaterThan(300);
  expect(place.items).toHaveLength(12);
});

test('R12 in forced colours buttons, badges and the focus ring stand out', async ({ stageFor }) => {
  const stage = await stageFor('forced-colors');
  await putRow(stage, { count: 8, product: { inStock: false } });
  let at = '';
  for (let step = 0; at !== 'p0' && step < 6; step += 1) {
    await stage.keyboard.press('Tab');
    at = await focused(stage);
  }
  expect(at).toBe('p0');
  const found = await stage.evaluate(() => {
    const row = document.querySelector('regulars-carousel')?.shadowRoot;
    const card = row?.querySelector('regulars-product-card')?.shadowRoot;
    const at = (root: ShadowRoot | null | undefined, name: string, pseudo?: string) => {
      const element = root?.querySelector(name);
      return element ? getComputedStyle(element, pseudo) : undefined;
    };
    const [button, badge] = [at(row, '[part="next"]'), at(card, '.badge')];
    const ring = at(card, 'a', '::after');
    return {
      forced: matchMedia('(forced-colors: active)').matches,
      button: button && [
        button.borderTopStyle,
        button.borderTopWidth,
        button.borderTopColor === button.backgroundColor,
      ],
      badge: badge && badge.color !== badge.backgroundColor,
      ring: ring && [ring.outlineStyle, ring.outlineWidth],
      ringColor: ring?.outlineColor,
      page: getComputedStyle(document.body).backgroundColor,
    };
  });
  expect(found).toMatchObject({
    ...{ forced: true, badge: true },
    ...{ button: ['solid', '1px', false], ring: ['solid', '3px'] },
  });
  expect(found.ringColor).not.toBe(found.page);
});

test('R23 pictures far below are not asked for, near ones are, and one that cannot be had leaves its box as it is', async ({
  stage,
}) => {
  const asked: string[] = [];
  stage.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // Of names that the page has not shown before: a browser draws those again without asking.
  const body = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"/>';
  await stage.route('**/new-picture-*.svg', (route) =>
    route.request().url().endsWith('-1.svg')
      ? route.abort()
      : route.fulfill({ contentType: 'image/svg+xml', body }),
  );
  asked.length = 0;
  await putRow(stage, { count: 4, roomPx: 9000, product: { brand: 'Far' }, pictures: 'far-' });
  expect(asked.filter((path) => path.includes('far'))).toEqual([]);
  await stage.locator('regulars-carousel').evaluate((row) => row.scrollIntoView({ block: 'center' }));
  await expect.poll(() => asked.filter((path) => path.includes('far')).length).toBe(4);
  await putRow(stage, { count: 4, pictures: 'new-' });
  const frame = stage.locator('regulars-product-card').nth(1).locator('.frame');
  await expect(frame.locator('svg')).toBeVisible();
  const [broken, whole] = await Promise.all([
    frame.boundingBox(),
    stage.locator('regulars-product-card').nth(2).locator('.frame').boundingBox(),
  ]);
  expect([broken?.width, broken?.height]).toEqual([whole?.width, whole?.height]);
  await still(stage);
  expect((await placeOf(stage)).items).toHaveLength(4);
});
