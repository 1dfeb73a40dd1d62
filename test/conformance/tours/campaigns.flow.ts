import { expect, type Stage, test } from './stage.ts';

const one = { id: 'one', target: '#offer', text: 'The first.' };
const two = { id: 'two', target: '#buy', text: 'The second.' };
/** No limit but the campaign's own. */
const free = { caps: { overlay: { perSession: 100, perDay: 100, pauseMinutes: 0 } } };

/** Another campaign of the document, with one step. */
const campaign = (id: string, text: string, more: object = {}): object => ({
  id,
  status: 'live',
  trigger: { on: 'page' },
  placement: { overlay: 'tour' },
  widget: { type: 'tour', props: { steps: [{ id: 'only', target: '#offer', body: 'text' }] } },
  content: { en: { text } },
  ...more,
});

/** The library starts what the page starts, each time; of when and how often it knows nothing. */
async function onlyByThePage(stage: Stage, lack: string): Promise<void> {
  stage.notApplicable(`${lack}; tested: it starts when the page says so, each time`);
  for (let turn = 0; turn < 2; turn += 1) {
    await stage.play({ steps: [one] });
    await stage.close.click();
    await stage.showsNothing();
  }
}

const isOurs = (stage: Stage): boolean => stage.player.name === 'regulars';
const idle = async (stage: Stage): Promise<void> => {
  await stage.page.waitForFunction(() => 'idle' in (globalThis.regulars ?? {}));
  await stage.page.evaluate(() => globalThis.regulars?.ready?.());
  await stage.page.evaluate(() => globalThis.regulars?.idle?.());
};
const reload = async (stage: Stage): Promise<void> => {
  await idle(stage);
  await stage.page.reload();
  await idle(stage);
};
/** What became of each campaign on this page, with the last reason. */
const outcomes = async (stage: Stage): Promise<Record<string, string>> => {
  await idle(stage);
  return stage.page.evaluate(() =>
    Object.fromEntries(
      (globalThis.regulars?.inspect?.().campaigns ?? []).map(({ id, outcome, reasons }) => [
        id,
        `${outcome} ${reasons.find(({ ok }) => !ok)?.why ?? ''}`.trim(),
      ]),
    ),
  );
};
/** The clock of the SDK goes forward. */
const wait = (stage: Stage, minutes: number): Promise<void> =>
  stage.page.evaluate((by) => {
    localStorage.setItem('skew', String(Number(localStorage.getItem('skew') ?? 0) + by * 60_000));
  }, minutes);

test('T43 the higher priority wins; what a click starts takes the place of what runs, and still runs after a reload', async ({
  stage,
}) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library knows no priorities');
  const high = campaign('high', 'High.', { priority: 9 });
  const clicked = campaign('clicked', 'Clicked.', { trigger: { on: 'click', selector: '#buy' } });
  await stage.open({
    steps: [one],
    ours: { campaign: { trigger: { on: 'page' }, priority: 1 }, campaigns: [high, clicked], document: free },
  });
  await stage.shows('High.');
  expect((await outcomes(stage)).tour).toContain('outranked');
  await stage.page.locator('#buy').click();
  await stage.shows('Clicked.');
  await reload(stage);
  await stage.shows('Clicked.');
});

test('T44 after a reload the same step goes on, and on the next page it is at the element of that page', async ({
  stage,
}) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library keeps nothing across pages');
  await stage.play({
    steps: [one, two, { ...one, id: 'three', text: 'The third.', ours: { page: '/product.html' } }],
  });
  await stage.next.click();
  await stage.shows(two.text);
  await reload(stage);
  await stage.shows(two.text);
  await stage.next.click();
  await stage.showsNothing();
  await stage.page.goto('/product.html');
  await stage.shows('The third.');
  const [spot, target] = [await stage.spot(), await stage.rect('#offer[data-kind="product"]')];
  expect(Math.abs((spot?.y ?? 0) - target.y)).toBeLessThan(20);
  await stage.next.click();
  await stage.showsNothing();
  await reload(stage);
  await stage.showsNothing();
});

test('T45 what is called off before its delay is over never shows', async ({ stage }) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library has no delays');
  await stage.page.clock.install();
  const delayed = {
    steps: [one],
    ours: { campaign: { trigger: { on: 'delay', ms: 60_000 } }, document: free },
  };
  await stage.open(delayed);
  await idle(stage);
  await stage.page.evaluate(() => globalThis.regulars?.setConsent?.([]));
  await idle(stage);
  await stage.page.clock.fastForward(90_000);
  await idle(stage);
  await stage.settle();
  await stage.showsNothing();
  // And without that it does show.
  await stage.open(delayed);
  await idle(stage);
  await stage.showsNothing();
  await stage.page.clock.fastForward(60_000);
  await stage.shows(one.text);
});

test('T46 once, until touched, and always hold over visits; the pause counts across campaigns from the latest; broken dates are ignored', async ({
  stage,
}) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library does not count shows');
  test.setTimeout(60_000);
  const page = { on: 'page' };
  const play = async (frequency: object | undefined, document: object): Promise<void> => {
    await stage.open({
      steps: [one, two],
      ours: { campaign: { trigger: page, ...(frequency ? { frequency } : {}) }, document },
    });
    await stage.shows(one.text);
  };
  // Once is what a campaign without a frequency gets.
  await play(undefined, free);
  await stage.close.click();
  await stage.showsNothing();
  await reload(stage);
  expect((await outcomes(stage)).tour).toBe('refused max-shows:1/1');
  // Until touched.
  await play({ stopOn: ['dismissed', 'completed'] }, free);
  await reload(stage);
  await stage.shows(one.text);
  await stage.page.keyboard.press('Escape');
  await stage.showsNothing();
  await reload(stage);
  expect((await outcomes(stage)).tour).toBe('refused stopped:dismissed');
  // Always.
  await play({ maxShows: 1000 }, free);
  for (let visit = 0; visit < 2; visit += 1) {
    await stage.close.click();
    await stage.showsNothing();
    await reload(stage);
    await stage.shows(one.text);
  }
  // A pause of ten minutes after whatever was shown last.
  const pause = { caps: { overlay: { perSession: 100, perDay: 100, pauseMinutes: 10 } } };
  const other = campaign('other', 'Another.', { frequency: { maxShows: 1000 }, priority: -1 });
  await stage.open({
    steps: [one],
    ours: { campaign: { trigger: page }, campaigns: [other], document: pause },
  });
  await stage.shows(one.text);
  await stage.close.click();
  await stage.showsNothing();
  await reload(stage);
  expect((await outcomes(stage)).other).toMatch(/refused pause/);
  await wait(stage, 11);
  await reload(stage);
  await stage.shows('Another.');
  await stage.close.click();
  await stage.showsNothing();
  await wait(stage, 5);
  await reload(stage);
  expect((await outcomes(stage)).other).toMatch(/refused pause/);
  // Broken rows.
  await stage.page.evaluate(async () => {
    await globalThis.regulars?.stop?.();
    const { key } = (globalThis as unknown as { regularsConfig: { key: string } }).regularsConfig;
    const open = indexedDB.open(`regulars-attention/${key}`);
    await new Promise((resolve) => {
      open.onsuccess = resolve;
    });
    const store = open.result.transaction('reservation', 'readwrite').objectStore('reservation');
    store.put({ shows: [['soon', 'x'], [null], 'no'], lease: 'none', latest: 'never' }, 'budget');
    store.put({ shows: ['yesterday'], count: 'many' }, `${key}/other`);
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    open.result.close();
  });
  await wait(stage, 30);
  await reload(stage);
  await stage.shows('Another.');
  expect(stage.faults).toEqual([]);
});

test('T47 every condition on the page and its opposite decides; a broken trigger starts nothing', async ({
  stage,
}) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library knows no pages');
  const path = '/r/lamps/storm';
  const rows: [string, unknown, boolean][] = [
    ['eq', path, true],
    ['eq', '/r/lamps', false],
    ['ne', path, false],
    ['ne', '/r/lamps', true],
    ['startsWith', '/r/lamps', true],
    ['startsWith', '/lamps', false],
    ['endsWith', '/storm', true],
    ['endsWith', '/lamps', false],
    ['contains', 'lamps', true],
    ['contains', 'colour', false],
    ['glob', '/r/*/storm', true],
    ['glob', '/p/*', false],
    ['in', ['/', path], true],
    ['in', ['/'], false],
    ['notIn', ['/'], true],
    ['notIn', [path], false],
    ['exists', true, true],
    ['exists', false, false],
  ];
  const made = rows.flatMap(([op, value, holds], at) => {
    const audience = { attr: 'page.path', op, value };
    return [
      { id: `is-${at}`, holds, audience },
      { id: `not-${at}`, holds: !holds, audience: { not: audience } },
    ];
  });
  const campaigns = [
    ...made.map(({ id, audience }) => campaign(id, 'Text.', { audience })),
    campaign('broken', 'Never.', { trigger: { on: 'nonsense', path: 7 }, priority: 100 }),
  ];
  await stage.open({ steps: [one], ours: { campaigns, document: free } }, `${path}?utm_source=letter&page=2`);
  const found = await outcomes(stage);
  const judged = await stage.page.evaluate(() =>
    Object.fromEntries(
      (globalThis.regulars?.inspect?.().campaigns ?? []).map(({ id, reasons }) => [
        id,
        reasons.find(({ step }) => step === 'audience')?.ok,
      ]),
    ),
  );
  const differs = made.filter(({ id, holds }) => judged[id] !== holds);
  expect(differs.map(({ id, audience }) => [id, audience, found[id]])).toEqual([]);
  expect(found.broken ?? 'none').not.toMatch(/shown|reserved/);
  await stage.shows('Text.');
});

test('T48 events that could not be sent are sent again, also by the next page; none is lost, none doubled', async ({
  stage,
}) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library sends nothing');
  interface Batch {
    readonly events: readonly { readonly id: string; readonly name: string }[];
  }
  const settings = { endpoint: '/collect' };
  stage.shop.answers.push(503, 503);
  await stage.play({ steps: [one, two], ours: { settings } });
  await stage.next.click();
  await stage.shows(two.text);
  await stage.page.evaluate(() => globalThis.regulars?.flush?.());
  await reload(stage);
  await stage.shows(two.text);
  await stage.next.click();
  await stage.showsNothing();
  await idle(stage);
  const arrived = (): Batch['events'] => (stage.shop.collected as Batch[]).flatMap(({ events }) => events);
  await expect
    .poll(
      async () => {
        await stage.page.evaluate(() => globalThis.regulars?.flush?.());
        return arrived().map(({ name }) => name);
      },
      { timeout: 15_000 },
    )
    .toContain('tour_completed');
  const journey = await stage.page.evaluate(async () => {
    const exported = (await globalThis.regulars?.exportJourney?.()) as unknown as Batch | undefined;
    return (exported?.events ?? []).map(({ id }) => id);
  });
  const ids = arrived().map(({ id }) => id);
  expect(new Set(ids).size, 'doubled').toBe(ids.length);
  const tours = arrived().filter(({ name }) => name.startsWith('tour_'));
  // The second step was seen on two pages.
  expect(tours.map(({ name }) => name)).toEqual([
    'tour_started',
    ...['tour_step_shown', 'tour_step_shown', 'tour_step_shown'],
    'tour_completed',
  ]);
  const missing = journey
    .slice(0, journey.indexOf(tours.at(-1)?.id ?? '') + 1)
    .filter((id) => !ids.includes(id));
  expect(missing, 'lost').toEqual([]);
});

test('T49 texts come in the exact language, else in its base, else in the fallback; the document is left as it was', async ({
  stage,
}) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library has one text per step');
  const content = {
    en: { 'one-text': 'Lamp.' },
    'en-GB': { 'one-text': 'Torch.' },
    bg: { 'one-text': 'Лампа.' },
  };
  for (const [locale, text] of [
    ['en-GB', 'Torch.'],
    ['en-AU', 'Lamp.'],
    ['bg-BG', 'Лампа.'],
    ['fr', 'Lamp.'],
  ] as const) {
    await stage.open({ steps: [one], ours: { settings: { locale }, campaign: { content } } });
    const read = (): Promise<string> =>
      stage.page.evaluate(() =>
        JSON.stringify((globalThis as unknown as { regularsConfig: { test: object } }).regularsConfig.test),
      );
    const before = await read();
    await stage.start();
    await stage.shows(text);
    expect(await read()).toBe(before);
  }
});

test('T50 a tour counts as shown only when its first step was seen', async ({ stage }) => {
  if (!isOurs(stage)) return onlyByThePage(stage, 'the library does not count shows');
  const missing = { ...one, target: '#later', waitMs: 200, onMissing: 'end' as const };
  await stage.open({ steps: [missing], ours: { campaign: { trigger: { on: 'page' } }, document: free } });
  await expect.poll(async () => (await stage.log()).at(-1)?.type).toBe('dismissed');
  expect((await stage.log()).filter(({ type }) => type === 'shown')).toEqual([]);
  await stage.page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document
        .querySelector('#offer')
        ?.after(Object.assign(document.createElement('button'), { id: 'later', textContent: 'Later' }));
    });
  });
  await reload(stage);
  await stage.shows(one.text);
  await expect.poll(async () => (await stage.log()).filter(({ type }) => type === 'shown').length).toBe(1);
});
