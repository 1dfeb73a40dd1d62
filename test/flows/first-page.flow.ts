import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type ChunkMap, firstPageFiles, showsDecision } from '../bench/size/measure.ts';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const chunks = JSON.parse(readFileSync(new URL('chunks.json', cdn), 'utf8')) as ChunkMap;

/** Scripts of the tag that the page asked for, with the time of asking (epoch ms). */
const askedFiles = (page: Page): Promise<readonly (readonly [file: string, atMs: number])[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/sdk\/.*\.js$/.test(name))
      .map(
        ({ name, startTime }) => [name.split('/sdk/')[1] ?? '', performance.timeOrigin + startTime] as const,
      ),
  );

/** When a campaign was decided for the first time after the visitor's answer (epoch ms); 0: not yet. */
const decidedAt = (page: Page, answeredMs: number): Promise<number> =>
  page.evaluate((from) => {
    const found = (globalThis.regulars?.inspect?.().events ?? []).filter(
      ({ event }) => event.name === 'experience_decided' && event.t >= from,
    );
    return found.at(-1)?.event.t ?? 0;
  }, answeredMs);

/** A file and what it imports. */
function closure(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const needed of chunks[file]?.imports ?? []) closure(needed, found);
  return found;
}

test('the first page view fetches what the size table counts, what shows a decision, and nothing else', async ({
  page,
}) => {
  await allowAutomation(page);
  await page.goto('/');
  await idle(page);
  const answeredMs = await page.evaluate(() => Date.now());
  await answer(page, 'yes');
  await expect.poll(() => decidedAt(page, answeredMs)).toBeGreaterThan(0);
  const decidedMs = await decidedAt(page, answeredMs);
  await expect
    .poll(async () => (await askedFiles(page)).map(([file]) => chunks[file]?.source))
    .toEqual(
      expect.arrayContaining([expect.stringContaining('reach-backend'), expect.stringContaining('collect/')]),
    );

  const counted = new Set(firstPageFiles(chunks));
  // Asking `inspect()`, as this test does, fetches what answers it.
  const isOther = (source: string | null): boolean =>
    showsDecision(source) || source?.endsWith('/inspect-lanes.ts') === true;
  const other = new Set(
    Object.entries(chunks).flatMap(([file, { source }]) => (isOther(source) ? [...closure(file)] : [])),
  );
  const asked = await askedFiles(page);
  const before = asked
    .filter(([file, atMs]) => atMs <= decidedMs && file !== 'stub.js')
    .map(([file]) => file);
  expect(before.filter((file) => !counted.has(file) && !other.has(file))).toEqual([]);
  // Nothing is counted that this page does not need, so the budget is that of the story.
  const all = new Set(asked.map(([file]) => file));
  expect([...counted].filter((file) => !all.has(file))).toEqual([]);
  const bytes = [...counted].reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(file, cdn)), { level: 9 }).length,
    0,
  );
  test.info().annotations.push({ type: 'bytes, gzip', description: String(bytes) });
});
