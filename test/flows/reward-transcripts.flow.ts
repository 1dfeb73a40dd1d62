import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { serveGallery } from '../support/gallery/serve.ts';

const elements = [
  'wallet',
  'prizes',
  'coupon',
  'tier',
  'badges',
  'streak',
  'quest',
  'leaderboard',
  'referral',
  'progress',
  'countdown',
  'wheel',
  'scratch',
  'box',
  'reels',
  'quiz',
];

const test = base.extend<object, { gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture reads its needs from this pattern, and has none
    async ({}, use) => {
      const { url, server } = await serveGallery(0);
      await use(url);
      server.close();
    },
    { scope: 'worker' },
  ],
});

test.use({ timezoneId: 'UTC', locale: 'en-GB' });

const told = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] =>
  violations.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes.map((one) => one.target))}`);

for (const name of elements) {
  test(`<regulars-${name}> reads in each state as its transcript says, and its colours hold in the dark`, async ({
    page,
    gallery,
  }) => {
    // Days in words and the time that is left are those of one day.
    await page.clock.setFixedTime(new Date('2026-11-22T10:00:00Z'));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${gallery}?sheet=${name}&lang=en&scheme=dark`);
    await page.waitForFunction(() => 'gallery' in globalThis);
    await page.waitForLoadState('networkidle');
    const tree = await page.locator('main').ariaSnapshot();
    // A countdown's figures run on while it is read; the gallery's port is another each time.
    const still = tree
      .replaceAll(/\d+ (minutes?|seconds?)/g, 'n $1')
      .replaceAll(/(127\.0\.0\.1):\d+/g, '$1')
      .replaceAll(/(1 2 7 \. 0 \. 0 \. 1) :( \d)+/g, '$1');
    expect(still).toMatchSnapshot(['transcripts', `${name}.txt`]);
    // Light, axe looks at every state in the element's own tests; in the dark only the colours are others.
    const colours = new AxeBuilder({ page }).include('main').withRules(['color-contrast']);
    expect(told(await colours.analyze())).toEqual([]);
  });
}
