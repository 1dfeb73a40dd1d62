import { expect, type Stage, test } from './stage.ts';

const one = { id: 'one', target: '#offer', text: 'The first.' };
const two = { id: 'two', target: '#buy', text: 'The second.' };
const three = { id: 'three', target: '#headline', text: 'The third.' };
const steps = [one, two, three];

const ends = async (stage: Stage): Promise<string[]> =>
  (await stage.log()).map(({ type }) => type).filter((type) => type === 'completed' || type === 'dismissed');

/** A function of the page that plans name, from its text. */
const hook = (stage: Stage, name: string, body: string): Promise<void> =>
  stage.page.evaluate(
    ([key = '', text = '']) => {
      globalThis.hooks[key] = new Function(`return (${text})`)() as () => unknown;
    },
    [name, body],
  );

/** For a while no step is seen: what was cancelled stays away. */
async function expectNothingFor(stage: Stage, ms: number): Promise<void> {
  const seen = await stage.page.evaluate(
    async ({ span, box }) => {
      const deep = (root: ParentNode): Element[] => [
        ...root.querySelectorAll(box),
        ...[...root.querySelectorAll('*')].flatMap((node) => (node.shadowRoot ? deep(node.shadowRoot) : [])),
      ];
      const until = performance.now() + span;
      while (performance.now() < until) {
        if (deep(document).some((node) => node.checkVisibility())) return true;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return false;
    },
    { span: ms, box: stage.player.parts.box.split(' ').at(-1) ?? '' },
  );
  expect(seen, 'a step came although the tour was over').toBe(false);
}

test('T31 a start while the tour runs doubles nothing', async ({ stage }) => {
  await stage.play({ steps });
  await stage.start();
  await stage.settle();
  await stage.shows(one.text);
  await stage.next.click();
  await stage.shows(two.text);
  await stage.page.keyboard.press('Escape');
  await stage.showsNothing();
});

test('T32 next on the last step completes once, back on the first is refused, a step out of range ends or is refused', async ({
  stage,
}) => {
  await stage.play({ steps });
  if (await stage.back.isVisible()) {
    await stage.back.click({ force: true, timeout: 2000 }).catch(() => undefined);
    await stage.settle();
  }
  await stage.shows(one.text);
  if (stage.can('go-to')) {
    await stage.page.evaluate(() => globalThis.player.goTo?.(99));
    await stage.settle();
    const boxes = await stage.page.locator(stage.player.parts.box).filter({ visible: true }).count();
    const text = boxes ? await stage.box.textContent() : '';
    expect(boxes === 0 || steps.some((step) => text?.includes(step.text))).toBe(true);
    await stage.page.evaluate(() => globalThis.player.cancel());
    await stage.play({ steps });
  }
  await stage.next.click();
  await stage.shows(two.text);
  await stage.next.click();
  await stage.shows(three.text);
  await stage.next.evaluate((button) => {
    (button as HTMLElement).click();
    (button as HTMLElement).click();
  });
  await stage.showsNothing();
  await expect.poll(() => ends(stage)).toEqual(['completed']);
  expect(stage.faults).toEqual([]);
});

test('T33 what a step waits for may come, fail or never come: the step shows or fails, once', async ({
  stage,
}) => {
  test.setTimeout(60_000);
  const once = async (text: string): Promise<void> => {
    await expect
      .poll(
        async () => {
          if (await stage.box.isVisible())
            return (await stage.box.textContent())?.includes(text) ? 'shown' : 'other';
          return (await ends(stage)).length === 1 ? 'ended' : 'nothing';
        },
        { timeout: 8000 },
      )
      .toMatch(/shown|other|ended/);
    expect((await ends(stage)).length).toBeLessThanOrEqual(1);
    expect(stage.faults).toEqual([]);
  };
  if (!stage.can('before')) {
    stage.notApplicable(
      'a document has no hooks; tested: a target that comes, whose selector is wrong, that never comes',
    );
    for (const target of ['#buy', '##(', '#never']) {
      await stage.play({ steps: [one, { ...two, target, waitMs: 200 }, three] });
      await stage.next.click();
      await expect(stage.box).not.toContainText(one.text);
      await once(target === '#buy' ? two.text : three.text);
    }
    return;
  }
  for (const body of [
    '() => Promise.resolve()',
    '() => Promise.reject(new Error("no"))',
    '() => Promise.reject("no")',
    '() => new Promise(() => {})',
  ]) {
    await stage.open({ steps: [one, { ...two, before: 'before' }, three] });
    await hook(stage, 'before', body);
    await stage.start();
    await stage.shows(one.text);
    await stage.next.click();
    await expect(stage.box.filter({ hasText: one.text })).toBeHidden({ timeout: 8000 });
    await once(two.text);
  }
});

test('T34 a tour cancelled while its step waits never shows that step', async ({ stage }) => {
  if (stage.can('before')) {
    await stage.open({ steps: [one, { ...two, before: 'before' }] });
    await hook(stage, 'before', '() => new Promise((resolve) => { window.release = resolve; })');
    await stage.start();
    await stage.shows(one.text);
    await stage.next.click();
    await stage.page.waitForFunction(() => 'release' in globalThis);
    await stage.page.evaluate(() => void globalThis.player.cancel());
    await stage.page.evaluate(() => (globalThis as unknown as { release: () => void }).release());
    await expectNothingFor(stage, 700);
    return;
  }
  if (stage.player.name === 'regulars')
    stage.notApplicable(
      'a document has no hooks; tested: cancelled, and left for another route, while a target is awaited',
    );
  else stage.notApplicable('the library has no hooks before a step; tested: cancelled right after the start');
  const late = { id: 'late', target: '#late', text: 'Late.', waitMs: 5000 };
  const appear = (): Promise<void> =>
    stage.page.evaluate(() => {
      document
        .querySelector('#offer')
        ?.after(Object.assign(document.createElement('button'), { id: 'late' }));
      const made = document.querySelector('#late');
      if (made) made.textContent = 'Late';
    });
  await stage.open({ steps: [late, two] });
  await stage.page.evaluate(() => void globalThis.player.start());
  await stage.settle();
  await stage.page.evaluate(() => void globalThis.player.cancel());
  await appear();
  await expectNothingFor(stage, 700);
  if (stage.player.name !== 'regulars') return;
  await stage.open({ steps: [{ ...late, ours: { page: '/' } }, two] });
  await stage.start();
  await stage.page.evaluate(() => history.pushState(null, '', '/r/elsewhere'));
  await appear();
  await expectNothingFor(stage, 700);
});

test('T35 two clicks on Next within one frame go one step on', async ({ stage }) => {
  await stage.play({ steps });
  await stage.next.evaluate((button) => {
    (button as HTMLElement).click();
    (button as HTMLElement).click();
  });
  await stage.calm();
  await stage.shows(two.text);
});

test('T36 leaving can be asked back, at once or later, with both answers', async ({ stage }) => {
  if (!stage.can('confirm')) {
    stage.notApplicable('the library asks nothing before it leaves; tested: it leaves');
    await stage.play({ steps });
    await stage.close.click();
    await stage.showsNothing();
    return;
  }
  const leave = async (body: string): Promise<void> => {
    await stage.open({ steps, confirm: 'leave' });
    await hook(stage, 'leave', body);
    await stage.start();
    await stage.shows(one.text);
    await stage.close.click();
    await stage.settle();
  };
  await leave('() => false');
  await stage.shows(one.text);
  await leave('() => true');
  await stage.showsNothing();
  if (stage.can('confirm-async')) {
    await leave('() => Promise.resolve(false)');
    await stage.shows(one.text);
    await leave('() => Promise.resolve(true)');
    await stage.showsNothing();
  } else {
    stage.notApplicable(
      'the answer cannot be awaited; tested: leaving is refused and done again after the answer',
    );
    await leave('() => window.answered === true');
    await stage.shows(one.text);
    await stage.page.evaluate(() => Object.assign(globalThis, { answered: true }));
    await stage.close.click();
    await stage.showsNothing();
  }
  expect(stage.faults).toEqual([]);
});

test('T37 a no before leaving keeps the step, and a forced exit does not ask', async ({ stage }) => {
  if (!stage.can('confirm')) {
    stage.notApplicable('the library asks nothing before it leaves; tested: a forced exit leaves');
    await stage.play({ steps });
  } else {
    await stage.open({ steps, confirm: 'leave' });
    await hook(stage, 'leave', '() => false');
    await stage.start();
    await stage.shows(one.text);
    await stage.close.click();
    await stage.settle();
    await stage.shows(one.text);
    await stage.next.click();
    await stage.shows(two.text);
    await stage.page.keyboard.press('Escape');
    await stage.settle();
    await stage.shows(two.text);
  }
  await stage.page.evaluate(() => void globalThis.player.cancel());
  await stage.showsNothing();
});

test('T38 the last step is over before the tour is, and nothing comes after', async ({ stage }) => {
  await stage.play({ steps: [one, two] });
  await stage.next.click();
  await stage.shows(two.text);
  // What a visitor can see is told once it was seen.
  await expect.poll(async () => (await stage.log()).filter(({ type }) => type === 'shown').length).toBe(2);
  await stage.next.click();
  await stage.showsNothing();
  await expect.poll(async () => (await stage.log()).at(-1)?.type).toBe('completed');
  await stage.page.keyboard.press('Escape');
  await expectNothingFor(stage, 400);
  const log = (await stage.log()).map(({ type, id }) => (id ? `${type} ${id}` : type));
  expect(log.filter((entry) => !/^(started|left)/.test(entry))).toEqual([
    'shown one',
    'shown two',
    'completed',
  ]);
  const [left, completed] = [log.indexOf('left two'), log.indexOf('completed')];
  if (left >= 0) expect(left).toBeLessThan(completed);
});

test('T39 a listener that throws stops neither the others nor the tour, and one may take itself off', async ({
  stage,
}) => {
  await stage.open({ steps });
  const heard = await stage.page.evaluate(() => {
    const counts = { thrown: 0, once: 0, calm: 0 };
    Object.assign(globalThis, { counts });
    const { player } = globalThis;
    player.addListener?.(() => {
      counts.thrown += 1;
      throw new Error('a listener of the page');
    });
    const off = player.addListener?.(() => {
      counts.once += 1;
      off?.();
    });
    player.addListener?.(() => {
      counts.calm += 1;
    });
    return player.addListener !== undefined;
  });
  if (!heard) stage.notApplicable('the library takes one listener; tested: the tour goes on without');
  await stage.start().catch(() => undefined);
  await stage.shows(one.text);
  await stage.next.click();
  await stage.shows(two.text);
  await stage.next.click();
  await stage.shows(three.text);
  if (!heard) return;
  const counts = await stage.page.evaluate(
    () => (globalThis as unknown as { counts: Record<string, number> }).counts,
  );
  expect(counts.thrown).toBeGreaterThan(1);
  expect(counts.once).toBe(1);
  expect(counts.calm).toBe(counts.thrown);
});

test('T40 taking the current step away shows another or ends', async ({ stage }) => {
  const { page } = stage;
  if (stage.can('remove-step')) {
    await stage.play({ steps });
    await stage.next.click();
    await stage.shows(two.text);
    await page.evaluate(() => globalThis.player.removeStep?.('two'));
    await expect(stage.box.filter({ hasText: two.text })).toBeHidden();
  } else if (stage.player.name === 'regulars') {
    stage.notApplicable(
      'a document does not change under a page; tested: the next page has one without the step',
    );
    await stage.play({ steps });
    await stage.next.click();
    await stage.shows(two.text);
    await page.addInitScript(() => {
      globalThis.plan = { ...globalThis.plan, steps: globalThis.plan.steps.filter(({ id }) => id !== 'two') };
    });
    await page.reload();
    await page.waitForFunction(() => 'idle' in (globalThis.regulars ?? {}));
    await page.evaluate(() => globalThis.regulars?.idle?.());
    await expect
      .poll(async () =>
        (await stage.box.isVisible()) ? await stage.box.textContent() : (await ends(stage)).join(),
      )
      .toMatch(/The first|The third|dismissed|completed/);
  } else {
    stage.notApplicable('steps of a running tour cannot be taken away; tested: the tour goes on');
    await stage.play({ steps });
    await stage.next.click();
    await stage.shows(two.text);
  }
  expect(stage.faults).toEqual([]);
});

test('T41 a step goes on by a click on what was made later, and listens no longer once the tour is over', async ({
  stage,
}) => {
  const { page } = stage;
  const make = (): Promise<void> =>
    page.evaluate(() => {
      const made = Object.assign(document.createElement('button'), {
        id: 'late-button',
        textContent: 'Late',
      });
      document.querySelector('#offer')?.after(made);
    });
  if (!stage.can('advance')) {
    stage.notApplicable(
      'the library does not go on by clicks of the page; tested: it goes on by its own button',
    );
    await stage.play({ steps });
    await stage.next.click();
    await stage.shows(two.text);
    return;
  }
  await stage.open({ steps: [{ ...one, advanceOnClick: '#late-button' }, two, three] });
  await stage.start();
  await stage.shows(one.text);
  await make();
  await page.locator('#late-button').evaluate((button) => (button as HTMLElement).click());
  await stage.shows(two.text);
  await page.locator('#late-button').evaluate((button) => (button as HTMLElement).click());
  await stage.resume();
  await stage.shows(two.text);
  await stage.close.click();
  await stage.showsNothing();
  await page.locator('#late-button').evaluate((button) => (button as HTMLElement).click());
  await expectNothingFor(stage, 300);
  expect(stage.faults).toEqual([]);
});

test('T42 a step that waits goes on by the right element on the right page only, and its time stands still while it is away', async ({
  stage,
}) => {
  const { page } = stage;
  if (stage.player.name !== 'regulars') {
    stage.notApplicable('the library has no steps that wait; tested: clicks elsewhere do not go on');
    await stage.play({ steps: [one, two] });
    await page
      .locator('#headline')
      .click({ force: true, timeout: 2000, position: { x: 2, y: 2 } })
      .catch(() => undefined);
    await stage.settle();
    expect((await stage.box.isVisible()) ? await stage.box.textContent() : '').not.toContain(two.text);
    return;
  }
  const click = (selector: string): Promise<void> =>
    page.locator(selector).evaluate((element) => (element as HTMLElement).click());
  await stage.play({
    steps: [{ ...one, ours: { advanceOn: { clicks: '#compare, #offer' }, page: '/' } }, two],
  });
  await click('#buy');
  await stage.resume();
  await stage.shows(one.text);
  await page.evaluate(() => history.pushState(null, '', '/r/elsewhere'));
  await stage.showsNothing();
  await click('#offer');
  await page.evaluate(() => history.pushState(null, '', '/'));
  await stage.shows(one.text);
  await click('#offer');
  await stage.shows(two.text);
  // A minute on the page, the time on the other route not counted.
  await page.clock.install();
  await stage.play({ steps: [{ ...one, ours: { advanceOn: { waitMs: 60_000 }, page: '/' } }, two] });
  await page.evaluate(() => history.pushState(null, '', '/r/elsewhere'));
  await stage.showsNothing();
  await page.clock.fastForward(90_000);
  await stage.showsNothing();
  await page.evaluate(() => history.pushState(null, '', '/'));
  await stage.shows(one.text);
  await page.clock.fastForward(60_000);
  await stage.shows(two.text);
});
