import type { Browser, Page } from 'puppeteer-core';
import { atMost, exactly, type Run, shown } from '../../bench/row.ts';
import type { ChaosBackend } from '../support/backend.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

/** Mutant: what waits in memory is not left to the next page. */
const noLeft: Change = {
  file: 'core/src/journey/follow.ts',
  from: 'waiting()[0]',
  to: 'false',
};
/** Mutant: a page that goes does not leave its lease. */
const noWord: Change = {
  file: 'core/src/sync/lease.ts',
  from: 'left.leave(word, token);',
  to: '',
};

/** Longer than any lease. */
const WAIT_MS = 45_000;

interface Outcome extends Lived {
  /** Longest time until the page after a page that went had sent its first batch, ms. */
  readonly longestWaitMs: number;
}

/** Ways to go, each while a batch is under way and events wait in memory. */
const ways = {
  navigated: (page: Page, url: string) => page.goto(`${url}/empty`),
  closed: (page: Page) => page.close(),
  reloaded: (page: Page) => page.reload(),
  async frozenThenClosed(page: Page) {
    const session = await page.createCDPSession();
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await page.close();
  },
};

type Way = (page: Page, url: string) => Promise<unknown>;

/**
 * How a mutant's page goes. A frozen one may still hear the answer to its batch: where what waited in memory is lost, the
 * next page has nothing left to send, and none is waited for.
 */
const mutantWays: readonly Way[] = [ways.navigated, ways.closed, ways.reloaded];

/** A wait that has an end: under load a page may have gone before its first batch. Rejects after it. */
function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} in ${WAIT_MS} ms`)), WAIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function leaveOnce(
  browser: Browser,
  backend: ChaosBackend,
  go: Way,
  tracked: string[],
): Promise<number> {
  let sending = (): void => {};
  const sends = new Promise<void>((resolve) => {
    sending = resolve;
  });
  // The batch of this page is answered long after it went.
  backend.treat(() => {
    sending();
    return { taken: false, status: 200, body: { type: 'accepted' }, afterMs: 3000 };
  });
  const page = await openShop(browser, backend.url);
  // Only a page that is looked at runs timers.
  await page.bringToFront();
  await inShop(page, (chaos) => {
    chaos.track(20);
    void chaos.flush();
  });
  await within(sends, 'the page that goes sent nothing');
  tracked.push(
    ...(await inShop(page, (chaos) => {
      chaos.track(20);
      return chaos.labels();
    })),
  );
  await go(page, backend.url);
  let taken = (_at: number): void => {};
  const arrives = new Promise<number>((resolve) => {
    taken = resolve;
  });
  backend.treat(() => {
    taken(Date.now());
    return { taken: true, status: 200, body: { type: 'accepted' } };
  });
  const from = Date.now();
  const next = await openShop(browser, backend.url);
  await next.bringToFront();
  await inShop(next, (chaos) => void chaos.flush());
  const waitMs = (await within(arrives, 'the next page sent nothing')) - from;
  await inShop(next, (chaos) => chaos.flush());
  await next.close();
  if (!page.isClosed()) await page.close();
  return waitMs;
}

const suffer = (
  rounds: number,
  changes: readonly Change[],
  gone: readonly Way[],
): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    const tracked: string[] = [];
    let longestWaitMs = 0;
    const browser = await device.start();
    for (let round = 0; round < rounds; round++)
      for (const go of gone)
        longestWaitMs = Math.max(longestWaitMs, await leaveOnce(browser, backend, go, tracked));
    await drain(browser, backend.url);
    await browser.close();
    return { tracked, longestWaitMs };
  });

/** Tabs are navigated, closed, reloaded and frozen while a batch is under way and events wait in memory. */
export const run: Run = async ({ scaled, log }) => {
  const rounds = scaled(20);
  log(`${rounds * Object.keys(ways).length} pages go`);
  const { backend, tracked, lost, longestWaitMs } = await suffer(rounds, [capsRaised], Object.values(ways));
  const usual = await suffer(Math.ceil(rounds / 4), [], Object.values(ways));
  const forgetful = await suffer(1, [capsRaised, noLeft], mutantWays);
  const holding = await suffer(1, [capsRaised, noWord], mutantWays);
  return [
    exactly('events lost', 'events', lost, 0),
    ...ledgerRows(backend, tracked.length),
    atMost('longest wait of the next page for its first batch', 'ms', longestWaitMs, 5000),
    ...usualRows(usual),
    shown('mutant that holds its lease: longest wait', 'ms', holding.longestWaitMs),
    mutantFails(
      'a lease that is held makes the next page wait',
      'waits over 5 s',
      holding.longestWaitMs > 5000 ? 1 : 0,
    ),
    mutantFails('what waits in memory is not left, and lost', 'events', forgetful.lost),
  ];
};
