import type { Page } from '@playwright/test';
import { expect, focused, placeOf, putRow, rest, still, test } from './row-stage.ts';

test.use({ viewport: { width: 1000, height: 700 } });

/** Whether a card is wholly in the row's box. */
const isWhole = ({ left, right }: { left: number; right: number }, row: { left: number; right: number }) =>
  left >= row.left - 1 && right <= row.right + 1;

const next = (page: Page) => page.locator('regulars-carousel [part="next"]');
const previous = (page: Page) => page.locator('regulars-carousel [part="previous"]');

test('R06 Tab goes to the buttons, then from card to card in order, each in sight when it has the focus; Shift+Tab comes back the same way', async ({
  stage,
}) => {
  await putRow(stage, { count: 8 });
  const way: string[] = [];
  const seen: boolean[] = [];
  for (let step = 0; step < 24; step += 1) {
    await stage.keyboard.press('Tab');
    const at = await focused(stage);
    if (at === '') break;
    way.push(at);
    if (!/^p\d/.test(at)) continue;
    const row = await rest(stage);
    const item = row.items.find(({ id }) => id === at);
    seen.push(!!item && isWhole(item, row));
    if (at === 'p7' && way.at(-2) === 'about-button') break;
  }
  expect(way.slice(0, 2)).toEqual(['previous', 'next']);
  expect(way.filter((one) => /^p\d/.test(one))).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
  expect(seen).not.toContain(false);
  const back: string[] = [];
  while (back.length < way.length - 1) {
    await stage.keyboard.press('Shift+Tab');
    back.push(await focused(stage));
  }
  expect(back).toEqual(way.slice(0, -1).reverse());
});

test('R07 a card half in sight comes wholly into view with the focus, and the page stays where it is', async ({
  stage,
}) => {
  // Three cards and a fifth of one.
  await stage.setViewportSize({ width: 700, height: 700 });
  await putRow(stage, { count: 8, roomPx: 300 });
  await stage.evaluate(() => scrollTo(0, 100));
  const { items, ...box } = await placeOf(stage);
  const cut = items.find(({ left, right }) => left < box.right && right > box.right + 2);
  expect(cut?.id).toBe('p3');
  const before = await stage.evaluate(() => scrollY);
  let at = '';
  for (let step = 0; at !== 'p3' && step < 12; step += 1) {
    await stage.keyboard.press('Tab');
    at = await focused(stage);
  }
  const row = await rest(stage);
  const now = row.items.find(({ id }) => id === at);
  expect(now && isWhole(now, row), at).toBe(true);
  expect(await stage.evaluate(() => scrollY)).toBe(before);
});

test('R08 next keeps the focus through ten presses; at the end it says so and can still be focused', async ({
  stage,
}) => {
  await putRow(stage, { count: 12 });
  await next(stage).focus();
  for (let press = 0; press < 10; press += 1) {
    await stage.keyboard.press('Enter');
    expect(await focused(stage)).toBe('next');
    await rest(stage);
  }
  const { at, most } = await placeOf(stage);
  expect(Math.abs(at - most)).toBeLessThan(3);
  await expect(next(stage)).toHaveAttribute('aria-disabled', 'true');
  await expect(next(stage)).toBeEnabled({ enabled: false });
  expect(await next(stage).evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(false);
  await previous(stage).focus();
  await stage.keyboard.press('Tab');
  expect(await focused(stage)).toBe('next');
});

test('R11 with reduced motion a page turns at once', async ({ stageFor }) => {
  const stage = await stageFor('reduced-motion');
  await putRow(stage, { count: 12 });
  const places = await stage.evaluate(async () => {
    const root = document.querySelector('regulars-carousel')?.shadowRoot;
    const track = root?.querySelector('.track') as HTMLElement;
    const found = new Set<number>();
    root?.querySelector<HTMLElement>('[part="next"]')?.click();
    for (const end = performance.now() + 600; performance.now() < end; ) {
      found.add(Math.round(track.scrollLeft));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return [...found];
  });
  expect(places.length, `at most before and after: ${places}`).toBeLessThanOrEqual(2);
  expect((await placeOf(stage)).at).toBeGreaterThan(300);
});

test('R13 in right-to-left the first card is at the right, next and the arrow keys follow the line, and the place outlives a change of direction', async ({
  stage,
}) => {
  await putRow(stage, { count: 12, lang: 'he' });
  const start = await placeOf(stage);
  expect(Math.abs((start.items[0]?.right ?? 0) - start.right)).toBeLessThan(8);
  await next(stage).click();
  const paged = await rest(stage);
  expect(paged.at).toBeGreaterThan(300);
  expect(paged.items[0]?.left ?? 0, 'what was first has gone to the right').toBeGreaterThan(start.right - 1);
  const first = paged.items.find((item) => isWhole(item, paged))?.id;
  await stage.evaluate(() => {
    const carousel = document.querySelector('regulars-carousel') as HTMLElement & { view: object };
    carousel.view = { ...carousel.view, lang: 'en', dir: 'ltr' };
  });
  await still(stage);
  const turned = await rest(stage);
  const kept = turned.items.find(({ id }) => id === first);
  expect(kept && isWhole(kept, turned), `${first} is still in sight`).toBe(true);
  // From a card's link the arrows scroll the row by themselves, along the line.
  for (const [lang, key] of [
    ['en', 'ArrowRight'],
    ['he', 'ArrowLeft'],
  ] as const) {
    await putRow(stage, { count: 12, lang });
    await stage.locator('regulars-product-card').first().getByRole('link').focus();
    for (let press = 0; press < 6; press += 1) await stage.keyboard.press(key);
    expect((await rest(stage)).at, `${key} in ${lang}`).toBeGreaterThan(20);
  }
});

test('R14 a wheel over the row scrolls the page, a sideways gesture the row, and neither traps the other', async ({
  stage,
}) => {
  await putRow(stage, { count: 12, roomPx: 400 });
  await stage.evaluate(() => scrollTo(0, 200));
  const box = await stage.locator('regulars-carousel').boundingBox();
  await stage.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 150);
  await stage.mouse.wheel(0, 120);
  await expect.poll(() => stage.evaluate(() => scrollY)).toBeGreaterThan(250);
  expect((await rest(stage)).at).toBeLessThan(3);
  const top = await stage.evaluate(() => scrollY);
  await stage.mouse.wheel(400, 0);
  await expect.poll(async () => (await placeOf(stage)).at).toBeGreaterThan(50);
  await rest(stage);
  expect(await stage.evaluate(() => scrollY)).toBe(top);
  // At its end the row keeps a sideways gesture, so that no history is turned, and lets the page go on.
  await stage.evaluate(() => {
    const track = document.querySelector('regulars-carousel')?.shadowRoot?.querySelector('.track');
    track?.scrollTo({ left: 99_999, behavior: 'instant' });
  });
  await stage.mouse.wheel(0, 100);
  await expect.poll(() => stage.evaluate(() => scrollY)).toBeGreaterThan(top);
});

test('R16 a finger that goes down scrolls the page at the first try', async ({ stage, browserName }) => {
  await putRow(stage, { count: 12, roomPx: 400 });
  const track = stage.locator('regulars-carousel .track');
  // Nothing takes a touch: whatever the axis, the browser's own scrolling has it.
  const taken = await track.evaluate((element) => {
    const above: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      above.push(getComputedStyle(at).touchAction);
    return above.filter((value) => value !== 'auto' && value !== 'manipulation');
  });
  expect(taken).toEqual([]);
  const held = await track.evaluate((element) => {
    const touch = (type: string) => new Event(type, { bubbles: true, cancelable: true });
    return ['touchstart', 'touchmove'].filter((type) => !element.dispatchEvent(touch(type)));
  });
  expect(held, 'nobody prevents a touch').toEqual([]);
  // Only Chromium's driver has fingers.
  if (browserName !== 'chromium') return;
  await stage.evaluate(() => scrollTo(0, 100));
  const box = await stage.locator('regulars-carousel').boundingBox();
  const cdp = await stage.context().newCDPSession(stage);
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 200];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let step = 1; step <= 16; step += 1)
    await cdp.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: x - step, y: y - step * 10 }],
    });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(() => stage.evaluate(() => scrollY)).toBeGreaterThan(180);
  expect((await rest(stage)).at).toBeLessThan(3);
});

test('R17 one, two, three cards and exactly as many as fit have no buttons and nothing doubled', async ({
  stage,
}) => {
  for (const count of [1, 2, 3, 4]) {
    await putRow(stage, { count });
    const { items, most } = await placeOf(stage);
    expect(items.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3'].slice(0, count));
    expect(most, `${count} cards leave nothing to scroll`).toBeLessThan(3);
    await expect(next(stage)).toBeHidden();
  }
  await putRow(stage, { count: 5 });
  await expect(next(stage)).toBeVisible();
});

test('R18 with five in sight and eight cards the last page ends flush and every card was in sight', async ({
  stage,
}) => {
  await stage.setViewportSize({ width: 1280, height: 700 });
  await putRow(stage, { count: 8 });
  const whole = new Set<string>();
  for (let turn = 0; turn < 4; turn += 1) {
    const row = await rest(stage);
    for (const item of row.items) if (isWhole(item, row)) whole.add(item.id);
    await next(stage).evaluate((button) => (button as HTMLElement).click());
  }
  const row = await rest(stage);
  expect([...whole].sort()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
  expect(row.items.filter((item) => isWhole(item, row))).toHaveLength(5);
  expect(Math.abs((row.items.at(-1)?.right ?? 0) - row.right)).toBeLessThan(8);
});

for (const hider of ['tab', 'accordion'] as const) {
  test(`R19 a row that starts inside a closed ${hider} shows its first card when it opens`, async ({
    stage,
  }) => {
    await putRow(stage, { count: 12 });
    await stage.evaluate((kind) => {
      const carousel = document.querySelector('regulars-carousel') as HTMLElement & { view: object };
      const box = document.createElement(kind === 'tab' ? 'div' : 'details');
      box.id = 'hider';
      if (kind === 'tab') box.hidden = true;
      const fresh = Object.assign(document.createElement('regulars-carousel'), {
        host: (carousel as { host?: unknown }).host,
        view: carousel.view,
      });
      box.append(fresh);
      document.body.replaceChildren(box);
    }, hider);
    await still(stage);
    await stage.evaluate(() => {
      const box = document.querySelector('#hider') as HTMLDetailsElement;
      box.hidden = false;
      box.open = true;
    });
    await expect(next(stage)).toBeVisible();
    const { at, items, ...row } = await placeOf(stage);
    expect(at).toBe(0);
    expect(items[0] && isWhole(items[0], row)).toBe(true);
    await next(stage).click();
    await expect.poll(async () => (await placeOf(stage)).at).toBeGreaterThan(100);
  });
}
