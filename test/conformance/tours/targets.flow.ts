import { expectSpotAt } from './expect-place.ts';
import type { PlanStep } from './players/player.ts';
import { expect, type Stage, test } from './stage.ts';

const offer = { id: 'offer', target: '#offer', text: 'See what is on offer.' };
const last = { id: 'end', target: '#headline', text: 'That is all.' };
const missing = { id: 'missing', target: '#no-such-thing', text: 'Nobody sees this.' };

/** What became of a one-step tour. */
async function outcome(stage: Stage, step: Omit<PlanStep, 'id' | 'text'>): Promise<string> {
  const wait = stage.can('wait') ? { waitMs: 100 } : {};
  await stage.open({ steps: [{ id: 'one', text: 'The one step.', ...wait, ...step }] });
  await stage.start();
  const read = async (): Promise<string> => {
    const [spot, offered] = [await stage.spot(), await stage.rect('#offer')];
    if (!(await stage.box.isVisible())) return 'nothing';
    return spot && Math.abs(spot.y - offered.y) < 30 && spot.height < 100 ? 'anchored' : 'centred';
  };
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await read();
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [250], timeout: 8000 },
    )
    .toBe(true);
  return before;
}

test('T01 every kind of target has one outcome and none throws', async ({ stage }) => {
  expect(await outcome(stage, { target: '#offer' })).toBe('anchored');
  expect(await outcome(stage, {})).toBe('centred');
  expect(await outcome(stage, { target: missing.target })).not.toBe('anchored');
  if (stage.can('elements'))
    expect(await outcome(stage, { target: '#offer', as: 'element' })).toBe('anchored');
  else
    stage.notApplicable(
      'a JSON document names targets by selectors; elements and functions cannot be written',
    );
  if (stage.can('functions')) {
    expect(await outcome(stage, { target: '#offer', as: 'element-function' })).toBe('anchored');
    expect(await outcome(stage, { target: '#offer', as: 'nothing-function' })).not.toBe('anchored');
  }
  expect(stage.faults).toEqual([]);
});

test('T02 the target is looked for at show time, once per show, and again on the next show', async ({
  stage,
}) => {
  if (!stage.can('functions')) {
    stage.notApplicable(
      'the library takes no target functions; tested: the selector is looked up at each show',
    );
    await stage.play({ steps: [last, offer] });
    await stage.page.evaluate(() => {
      const old = document.querySelector('#offer');
      old?.removeAttribute('id');
      document.querySelector('#buy')?.setAttribute('id', 'offer');
    });
    await stage.next.click();
    await stage.shows(offer.text);
    await expectSpotAt(stage, '#offer');
    return;
  }
  await stage.open({ steps: [last, { ...offer, as: 'element-function' }] });
  const calls = (): Promise<number> =>
    stage.page.evaluate(() => (globalThis as { targetCalls?: number }).targetCalls ?? 0);
  await stage.start();
  await stage.shows(last.text);
  expect(await calls()).toBe(0);
  await stage.next.click();
  await stage.shows(offer.text);
  await stage.calm();
  expect(await calls()).toBe(1);
  await stage.back.click();
  await stage.shows(last.text);
  await stage.next.click();
  await stage.shows(offer.text);
  await stage.calm();
  expect(await calls()).toBe(2);
});

test('T03 an invalid selector is reported, not thrown', async ({ stage }) => {
  await stage.open({ steps: [{ id: 'bad', target: '##(', text: 'Bad.', waitMs: 50 }, last] });
  await stage.start();
  const reported = async (): Promise<boolean> =>
    stage.said.length > 0 || (await stage.log()).some(({ type }) => type === 'missing');
  await expect.poll(reported).toBe(true);
  expect(stage.faults).toEqual([]);
});

test('T04 a target that was removed between two visits of a step and made again gets the box where it was', async ({
  stage,
}) => {
  await stage.play({ steps: [offer, last] });
  const before = await stage.calm();
  await stage.next.click();
  await stage.shows(last.text);
  await stage.page.evaluate(() => {
    const old = document.querySelector('#offer') as HTMLElement;
    old.replaceWith(old.cloneNode(true));
  });
  await stage.back.click();
  await stage.shows(offer.text);
  const after = await stage.calm();
  expect([Math.round(after.x), Math.round(after.y)]).toEqual([Math.round(before.x), Math.round(before.y)]);
});

test('T05 a step whose target appears while it waits opens at once and is shown once', async ({ stage }) => {
  const late = { id: 'late', target: '#late', text: 'It has come.' };
  await stage.play({ steps: [offer, { ...late, ...(stage.can('wait') ? { waitMs: 4000 } : {}) }] });
  const appear = (): Promise<void> =>
    stage.page.evaluate(() => {
      const made = Object.assign(document.createElement('button'), { id: 'late', textContent: 'Late' });
      document.querySelector('#offer')?.after(made);
    });
  if (!stage.can('wait')) {
    stage.notApplicable('the library does not wait for targets; tested: one that has come is shown');
    await appear();
    await stage.next.click();
  } else {
    await stage.next.click();
    await stage.settle();
    await appear();
  }
  await expect(stage.box).toContainText(late.text, { timeout: 1000 });
  await expectSpotAt(stage, '#late');
  await expect
    .poll(async () => (await stage.log()).filter(({ id, type }) => id === 'late' && type === 'shown').length)
    .toBe(1);
});

test('T06 a target that never appears is reported once; forward goes forward and back goes back', async ({
  stage,
}) => {
  if (!stage.can('skip')) {
    stage.notApplicable('the library cannot skip a step; tested: a missing target does not stop the tour');
    await stage.play({ steps: [offer, missing, last] });
    await stage.next.click();
    await stage.next.click();
    await stage.shows(last.text);
    return;
  }
  await stage.play({ steps: [offer, { ...missing, waitMs: 150, onMissing: 'skip' }, last] });
  const reports = async (): Promise<number> =>
    (await stage.log()).filter(({ type, id }) => type === 'missing' && id === 'missing').length;
  await stage.next.click();
  await stage.shows(last.text);
  if (stage.can('events')) await expect.poll(reports).toBe(1);
  await stage.back.click();
  await stage.shows(offer.text);
  if (stage.can('events')) await expect.poll(reports).toBeLessThanOrEqual(2);
});

test('T07 a limit of zero means no waiting', async ({ stage }) => {
  const skips = stage.can('skip');
  if (!stage.can('wait')) stage.notApplicable('the library has no limit to set; tested: it does not wait');
  await stage.play({
    steps: [offer, { ...missing, waitMs: 0, ...(skips ? { onMissing: 'skip' as const } : {}) }, last],
  });
  await stage.next.click();
  await expect(stage.box).toContainText(skips ? last.text : missing.text, { timeout: 600 });
});

test('T08 a target that is there but not visible counts as missing, with another reason', async ({
  stage,
}) => {
  const hidden = { id: 'hidden', target: '.never .buy', text: 'Not to be seen.', waitMs: 100 };
  expect(await outcome(stage, { target: hidden.target })).not.toBe('anchored');
  const spot = await stage.spot();
  expect(spot === null || spot.x + spot.y > 20 || !(await stage.box.isVisible())).toBe(true);
  if (!stage.can('events')) {
    stage.notApplicable('the library gives no reasons; tested: no cut-out at the corner');
    return;
  }
  const reasonOf = async (target: string): Promise<string | undefined> => {
    await stage.open({ steps: [{ ...hidden, target, onMissing: 'skip' }, last] });
    await stage.start();
    await stage.shows(last.text);
    const read = async (): Promise<string | undefined> =>
      (await stage.log()).findLast(({ type }) => type === 'missing')?.reason;
    await expect.poll(read).toBeDefined();
    return read();
  };
  expect(await reasonOf(hidden.target)).toBe('not-visible');
  expect(await reasonOf(missing.target)).toBe('not-found');
});

test('T09 when the last step is missing the one before it says that it is the last', async ({ stage }) => {
  const two = { ...offer, id: 'two', target: '#buy', text: 'Second.' };
  const named = stage.can('skip') && stage.can('labels');
  if (!stage.can('skip')) stage.notApplicable('the library skips no step; tested: the last step says so');
  else if (!named) stage.notApplicable('the author names the buttons; tested: the last step says so');
  const steps = named ? [offer, two, { ...missing, waitMs: 0, onMissing: 'skip' as const }] : [offer, two];
  await stage.play({ steps });
  await stage.next.click();
  await stage.shows('Second.');
  await expect(stage.next).toHaveText(/done|finish|last|complete/i);
  const progress = /(\d+)\s*(?:of|\/)\s*(\d+)/.exec((await stage.box.textContent()) ?? '');
  if (progress) expect(progress.slice(1, 3)).toEqual(['2', '2']);
});

test('T10 of two matches the visible one is taken', async ({ stage }) => {
  await stage.play({ steps: [{ id: 'buy', target: '.buy', text: 'Buy it here.' }] });
  await expectSpotAt(stage, '#buy');
});

test('T11 a target in an open shadow root is found', async ({ stage }) => {
  const star = { id: 'star', target: '#rating >>> #star', text: 'Rate us.' };
  if (stage.can('elements')) {
    stage.notApplicable('the library has no selector path into shadow roots; tested: by element');
    await stage.play({ steps: [{ ...star, as: 'element' }] });
  } else await stage.play({ steps: [star] });
  await expectSpotAt(stage, '#star');
});

test('T12 a target removed while its step is open is found again, else the step gives way, and no box goes to the corner', async ({
  stage,
}) => {
  await stage.play({ steps: [{ ...offer, waitMs: 400 }] });
  await stage.calm();
  await stage.page.evaluate((box) => {
    const seen: { corner: unknown } = { corner: false };
    Object.assign(globalThis, { seen });
    const look = (): void => {
      const deep = (root: ParentNode): Element[] => [
        ...root.querySelectorAll(box),
        ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? deep(one.shadowRoot) : [])),
      ];
      for (const one of deep(document)) {
        const { x, y, width } = one.getBoundingClientRect();
        if (width > 0 && x < 4 && y < 4)
          seen.corner = [one.className, x, y, width, performance.now(), !!document.querySelector('#offer')];
      }
      requestAnimationFrame(look);
    };
    look();
    const old = document.querySelector('#offer') as HTMLElement;
    const made = old.cloneNode(true) as HTMLElement;
    old.remove();
    setTimeout(() => document.querySelector('#buy')?.after(made), 200);
  }, stage.player.parts.box.split(' ').at(-1) ?? '');
  await stage.page.waitForSelector('#offer');
  await expectSpotAt(stage, '#offer');
  await stage.page.evaluate(() => document.querySelector('#offer')?.remove());
  const gone = async (): Promise<boolean> => {
    const spot = await stage.spot();
    return !(await stage.box.isVisible()) || spot === null || spot.width * spot.height < 4;
  };
  await expect.poll(gone, { message: 'no cut-out stays at what has gone' }).toBe(true);
  expect(await stage.page.evaluate(() => (globalThis as unknown as { seen: object }).seen)).toEqual({
    corner: false,
  });
});

test('T13 a target hidden by a media query hides its step, which comes back with it and blocks nothing meanwhile', async ({
  stage,
}) => {
  const { page } = stage;
  const wide = page.viewportSize() ?? { width: 1280, height: 800 };
  await stage.play({ steps: [{ id: 'compare', target: '#compare', text: 'Compare here.' }, last] });
  await stage.calm();
  await page.setViewportSize({ width: 330, height: wide.height });
  await expect(stage.box).toBeHidden();
  await page.locator('#offer').click({ timeout: 4000 });
  expect(await page.evaluate(() => globalThis.shopClicks)).toContain('offer');
  await page.setViewportSize(wide);
  await stage.shows('Compare here.');
  await expectSpotAt(stage, '#compare');
});

test('T14 in a modal dialog, opened before or during the step, the controls can be clicked; with it the step leaves', async ({
  stage,
}) => {
  const { page } = stage;
  const checkout = { id: 'checkout', target: '#checkout', text: 'Pay here.', waitMs: 300 };
  await stage.open({
    steps: [checkout, { ...checkout, id: 'close', target: '#close-cart', text: 'Or go back.' }],
  });
  await page.locator('#cart-button').click();
  await stage.start();
  await stage.shows(checkout.text);
  await stage.next.click({ timeout: 4000 });
  await stage.shows('Or go back.');
  await expectSpotAt(stage, '#close-cart');
  await page.evaluate(() => (document.querySelector('#cart') as HTMLDialogElement).close());
  await expect(stage.box).toBeHidden();
  await page.locator('#offer').click({ timeout: 4000 });
  // Opened while the step waits for it.
  await stage.open({ steps: [{ ...checkout, waitMs: 4000 }, last] });
  await page.evaluate(() => void globalThis.player.start());
  await stage.settle();
  await page.evaluate(() => (document.querySelector('#cart') as HTMLDialogElement).showModal());
  await stage.shows(checkout.text);
  await stage.next.click({ timeout: 4000 });
});

test('T15 a click on the trigger of a tour that cannot open still does its own work', async ({ stage }) => {
  const { page } = stage;
  if (stage.player.name === 'regulars') {
    const dead = { campaign: { status: 'ended', trigger: { on: 'click', selector: '#offer' } } };
    await stage.open({ steps: [offer], ours: dead });
    await page.locator('#offer').click();
    await page.route(/chunks\/(tour|overlay)/, (route) => route.abort());
    await stage.open({ steps: [offer], ours: { campaign: { trigger: { on: 'click', selector: '#buy' } } } });
    await page.locator('#buy').click();
    await page.locator('#offer').click();
    expect(await page.evaluate(() => globalThis.shopClicks)).toEqual(['buy', 'offer']);
    await page.locator('#product-link').click();
    await page.waitForURL('**/product.html');
  } else {
    stage.notApplicable(
      'the library has no click triggers; tested: starting a tour whose target is missing, by a click',
    );
    await stage.open({ steps: [missing] });
    await page.evaluate(() =>
      document.querySelector('#offer')?.addEventListener('click', () => void globalThis.player.start()),
    );
    await page.locator('#offer').click();
    expect(await page.evaluate(() => globalThis.shopClicks)).toEqual(['offer']);
  }
  expect(stage.faults).toEqual([]);
});
