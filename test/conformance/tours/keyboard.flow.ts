import { expect, type Stage, test } from './stage.ts';

const one = { id: 'one', target: '#offer', text: 'The first.' };
const two = { id: 'two', target: '#buy', text: 'The second.' };
const three = { id: 'three', target: '#headline', text: 'The third.' };
const steps = [one, two, three];

/** Where the focus is, through open shadow roots: in the box, or the id or tag of an element of the shop. */
const focus = (stage: Stage): Promise<string> =>
  stage.page.evaluate((own) => {
    let active = document.activeElement;
    if (active?.closest(own)) return 'box';
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.localName || 'body';
  }, stage.player.parts.own);

async function tabs(stage: Stage, key: 'Tab' | 'Shift+Tab', times: number): Promise<string[]> {
  const places: string[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await stage.page.keyboard.press(key);
    places.push(await focus(stage));
  }
  return places;
}

test('T51 Tab goes round the controls and the target in both directions and does not leave a modal step', async ({
  stage,
}) => {
  await stage.play({ steps, ...(stage.can('modal') ? { modal: true } : {}) });
  await stage.calm();
  await expect.poll(() => focus(stage), { message: 'the focus is in the box at the start' }).toBe('box');
  for (const key of ['Tab', 'Shift+Tab'] as const) {
    const places = await tabs(stage, key, 12);
    expect([...new Set(places)].sort(), key).toEqual(['box', 'offer']);
  }
  if (!stage.can('modal')) return;
  // Not modal: the target is next to the box, and the page stays open to the keyboard.
  await stage.play({ steps });
  await stage.calm();
  expect(new Set(await tabs(stage, 'Tab', 8))).toContain('offer');
  // Nothing to focus in the target: nothing is trapped and nothing thrown.
  await stage.play({ steps: [three], modal: true });
  expect(new Set(await tabs(stage, 'Tab', 6))).toEqual(new Set(['box']));
  expect(stage.faults).toEqual([]);
});

test('T52 a tabindex of the target is as before after each way out and several rounds', async ({ stage }) => {
  for (const tabindex of [null, '-1', '5']) {
    await stage.open({ steps });
    await stage.page.evaluate((value) => {
      const target = document.querySelector('#offer');
      if (value !== null) target?.setAttribute('tabindex', value);
    }, tabindex);
    for (const way of ['next', 'close'] as const) {
      await stage.start();
      await stage.shows(one.text);
      await stage.calm();
      if (way === 'next') {
        await stage.next.click();
        await stage.shows(two.text);
      }
      await stage.close.click();
      await stage.showsNothing();
      await expect.poll(() => stage.page.locator('#offer').getAttribute('tabindex')).toBe(tabindex);
    }
  }
});

test('T53 Escape leaves, and the focus goes back to where it was', async ({ stage }) => {
  const { page } = stage;
  if (stage.can('no-escape')) {
    await stage.play({ steps, escapeStays: true });
    await stage.calm();
    await page.keyboard.press('Escape');
    await stage.settle();
    await stage.shows(one.text);
  } else stage.notApplicable('Escape always leaves: there is no option against it; tested: it does');
  await stage.open({ steps });
  await page.locator('#cart-button').focus();
  await stage.start();
  await stage.shows(one.text);
  await stage.calm();
  // Some libraries take the focus late, and some never.
  await expect
    .poll(() => focus(stage), { timeout: 1000 })
    .toBe('box')
    .catch(() => undefined);
  await page.keyboard.press('Escape');
  await stage.showsNothing();
  await expect.poll(() => focus(stage)).toBe('cart-button');
});

test('T54 what is typed into fields, lists and editable text never steers; right-to-left turns the arrows round', async ({
  stage,
}) => {
  const { page } = stage;
  await stage.play({ steps });
  await stage.next.click();
  await stage.shows(two.text);
  await stage.calm();
  for (const field of ['#search', '#sort', '#note']) {
    await page.locator(field).evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
    // A space would open the list, which lies over everything.
    const typed = field === '#sort' ? [] : ['Enter', 'Space'];
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', ...typed]) await page.keyboard.press(key);
    await stage.resume();
    await stage.shows(two.text);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await stage.open({ steps, ours: { settings: { locale: 'he' }, document: { fallbackLocales: ['en'] } } });
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await stage.start();
  await stage.shows(one.text);
  await stage.calm();
  if (stage.player.name !== 'joyride') {
    await page.keyboard.press('ArrowLeft');
    await stage.shows(two.text);
    await stage.calm();
    await page.keyboard.press('ArrowRight');
    await stage.shows(one.text);
  }
});

test('T55 after the first time scrolling and resizing never move the focus', async ({ stage }) => {
  const { page } = stage;
  await stage.play({ steps });
  await stage.calm();
  await page
    .locator('#search')
    .evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
  await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: size.width - 30, height: size.height - 20 });
  const moved = await page.evaluate(async () => {
    const until = performance.now() + 700;
    while (performance.now() < until) {
      if (document.activeElement?.id !== 'search') return document.activeElement?.outerHTML.slice(0, 60);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return null;
  });
  expect(moved).toBeNull();
});
