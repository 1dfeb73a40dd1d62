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

for (const name of elements) {
  test(`<regulars-${name}> reads in each state as its transcript says, and axe finds nothing`, async ({
    page,
    gallery,
  }) => {
    // Days in words and the time that is left are those of one day.
    await page.clock.setFixedTime(new Date('2026-11-22T10:00:00Z'));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${gallery}?sheet=${name}&lang=en`);
    await expect(page.locator('main > div').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const tree = await page.locator('main').ariaSnapshot();
    // A countdown's figures run on while it is read; the gallery's port is another each time.
    const still = tree
      .replaceAll(/\d+ (minutes?|seconds?)/g, 'n $1')
      .replaceAll(/(127\.0\.0\.1):\d+/g, '$1')
      .replaceAll(/(1 2 7 \. 0 \. 0 \. 1) :( \d)+/g, '$1');
    expect(still).toMatchSnapshot(['transcripts', `${name}.txt`]);
    const { violations } = await new AxeBuilder({ page })
      .include('main')
      .disableRules(['region', 'page-has-heading-one', 'landmark-unique', 'landmark-no-duplicate-main'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes.map((one) => one.target))}`),
    ).toEqual([]);
  });
}
