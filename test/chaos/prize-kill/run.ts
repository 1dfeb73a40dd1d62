import type { Browser, Page } from 'puppeteer-core';
import { exactly, type Row, type Run } from '../../bench/row.ts';
import { startDemoProcess } from '../../support/demo.ts';
import { createDevice } from '../support/device.ts';
import { holdAt, type Point, points, press, pressIfThere, readGame, until } from './points.ts';

/** Opens the page of rewards as a visitor who said yes. */
async function open(page: Page, url: string): Promise<Page> {
  await page.evaluateOnNewDocument(`Object.defineProperty(navigator, 'webdriver', { get: () => false })`);
  await page.goto(`${url}/rewards`);
  await page.waitForFunction(`globalThis.regulars?.host`);
  // The shop's own consent cookie may die with the browser: then it asks again.
  await page.evaluate(
    `(() => { const yes = document.querySelector('#consent-yes'); if (yes?.offsetParent) yes.click(); })()`,
  );
  // Slots that are off screen wait to be seen.
  await page.evaluate(`document.querySelector('regulars-slot[name="rewards-reels"]').scrollIntoView()`);
  return page;
}

/** Plays up to the point, on the page that is going to die. */
async function playUpTo(page: Page, point: Point, reached: Promise<void>): Promise<void> {
  await until(page, ({ state }) => state === 'idle');
  await press(page);
  if (point === 'at the press') return;
  if (point.startsWith('draw')) return reached;
  if (point === 'prize stored, wheel turning')
    return void (await until(page, ({ state }) => state === 'drawn'));
  await until(page, ({ result }) => result !== undefined);
  if (point === 'result in words') return;
  await press(page);
  if (point.startsWith('claim')) return reached;
  await until(page, ({ code }) => code !== undefined);
}

/** The mutant's memory: everything but the plays. */
async function forgetPlays(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/rules/week-reels`);
  await page.evaluate(`(async () => {
    const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('regulars/'));
    const db = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result); });
    await new Promise((resolve) => {
      const work = db.transaction('play', 'readwrite');
      work.objectStore('play').clear();
      work.oncomplete = resolve;
    });
    db.close();
  })()`);
}

/** The life after a death: the prize in words, the code. */
async function find(page: Page): Promise<{ readonly label: string | undefined; readonly first: string }> {
  // A game stands idle for a moment while its stored play is read: only a button that can be pressed says that there is none.
  const found = await until(page, ({ state, ready }) =>
    state === 'idle' ? ready : /^(drawn|claimed|refused)$/.test(state ?? ''),
  );
  // Killed before anything was stored: nothing was drawn, and the visitor presses again.
  if (found.state === 'idle') await pressIfThere(page);
  const drawn = await until(page, ({ result, state }) => result !== undefined || state === 'refused');
  if (drawn.state === 'drawn') await pressIfThere(page);
  const { label, code } = await until(page, (shown) => shown.code !== undefined || shown.state === 'refused');
  return { label: code === undefined ? undefined : label, first: found.state ?? '' };
}

interface Trial {
  readonly url: string;
  readonly point: Point;
  /** The mutant: loses its plays with its life. */
  readonly forgets: boolean;
  readonly log: (line: string) => void;
}

/** One death and the life after it: `true` when the prize was found and its code given. */
async function survives({ url, point, forgets, log }: Trial): Promise<boolean> {
  const device = await createDevice();
  let alive: Browser | undefined;
  const begin = async (): Promise<Page> => {
    alive = await device.start();
    const [page = await alive.newPage()] = await alive.pages();
    await page.bringToFront();
    return page;
  };
  try {
    const page = await begin();
    const { reached } = await holdAt(page, point);
    await open(page, url);
    await playUpTo(page, point, reached);
    const seen = point === 'at the press' ? undefined : (await readGame(page).catch(() => undefined))?.label;
    if (alive) await device.kill(alive);
    const again = await begin();
    if (forgets) await forgetPlays(again, url);
    const { label, first } = await find(await open(again, url));
    log(`${point}: ${first}, ${label}`);
    return label !== undefined && (seen === undefined || seen === label);
  } catch (error) {
    log(`${point}: ${String(error)}`);
    return false;
  } finally {
    if (alive) await device.kill(alive);
    await device.remove();
  }
}

/**
 * Kills the browser at each of ten points from the press to the code, starts it again on the same profile, and looks
 * for the prize. A second draw would be refused (one play a week), so a code proves that the first was found. One mode:
 * the defaults, since a play is kept outside the journey, whose caps other scenarios raise.
 */
export const run: Run = async ({ scaled, log }) => {
  const demo = await startDemoProcess({ DEMO_PRIZES: 'coupons' });
  try {
    const { url } = demo;
    const rounds = Math.max(1, scaled(3));
    const rows: Row[] = [];
    for (const point of points) {
      let found = 0;
      for (let round = 0; round < rounds; round += 1)
        if (await survives({ url, point, forgets: false, log })) found += 1;
      rows.push(exactly(`killed ${point}: prizes found`, 'prizes', found, rounds));
    }
    const kept = await survives({ url, point: 'result in words', forgets: true, log });
    return [...rows, exactly('mutant that forgets its plays: prizes found', 'prizes', kept ? 1 : 0, 0)];
  } finally {
    await demo.stop();
  }
};
