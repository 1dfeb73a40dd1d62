import { exactly, type Row, type Run, shown } from '../../bench/row.ts';
import { findEngines } from '../../tools/lib/engines.mjs';
import { type Change, capsRaised } from '../support/build-page.ts';
import { createFirefox, type Device, inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { doubles, ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';
import { isBack } from './is-back.ts';
import { wholeShop } from './whole-shop.ts';

/** Mutant: a page that is frozen keeps its transactions, and with them a lock on the database. */
const locking: Change = {
  file: 'core/src/storage/run-transaction.ts',
  from: "document.addEventListener('freeze', end, over);",
  to: '',
};

interface Outcome extends Lived {
  /** Times that the page which came back was another document. */
  readonly reloaded: number;
}

/** The visitor goes on to the next page, which writes and sends, and comes back; the first page must be the very same. */
const suffer = (
  rounds: number,
  changes: readonly Change[],
  makeDevice?: () => Promise<Device>,
): Promise<Outcome & Suffered> =>
  onDevice(
    changes,
    async ({ backend, device }) => {
      const tracked: string[] = [];
      let reloaded = 0;
      const browser = await device.start();
      for (let round = 0; round < rounds; round++) {
        const page = await openShop(browser, backend.url);
        await page.bringToFront();
        await page.evaluate('globalThis.sameDocument = true');
        await inShop(page, (chaos) => chaos.track(20));
        const before = [...(await inShop(page, (chaos) => chaos.labels()))];
        await page.goto(`${backend.url}/?next`);
        await page.waitForFunction('globalThis.chaos');
        await inShop(page, (chaos) => {
          chaos.track(20);
          return chaos.flush();
        });
        tracked.push(...before, ...(await inShop(page, (chaos) => chaos.labels())));
        await page.evaluate('void setTimeout(() => history.back())');
        await isBack(page, "location.search === '' && 'chaos' in globalThis");
        if (!(await page.evaluate('globalThis.sameDocument'))) reloaded += 1;
        // It goes on where it was.
        await inShop(page, (chaos) => {
          chaos.track(5);
          return chaos.flush();
        });
        tracked.push(
          ...(await inShop(page, (chaos) => chaos.labels())).filter((one) => !before.includes(one)),
        );
        await page.close();
      }
      await drain(browser, backend.url);
      await browser.close();
      return { tracked, reloaded };
    },
    makeDevice,
  );

/** Pages with the SDK are kept in the back-forward cache while the next page of the shop writes and sends. */
export const run: Run = async ({ scaled, log }) => {
  const rounds = scaled(20);
  const raised = await suffer(rounds, [capsRaised]);
  const usual = await suffer(1, []);
  const mutant = await suffer(3, [capsRaised, locking]);
  return [
    shown('pages that came back', 'pages', rounds),
    exactly('pages that came back as another document', 'pages', raised.reloaded, 0),
    exactly('events lost', 'events', raised.lost, 0),
    ...ledgerRows(raised.backend, raised.tracked.length),
    ...usualRows(usual),
    mutantFails('that keeps its lock is thrown out of the cache', 'pages', mutant.reloaded),
    ...(await wholeShop('whole shop', log)),
    ...(await inFirefox(rounds, log)),
  ];
};

/** The same in Firefox, where it is installed. */
async function inFirefox(rounds: number, log: (line: string) => void): Promise<readonly Row[]> {
  const { firefox } = findEngines();
  if (!firefox) {
    if (process.env.CI) throw new Error('Firefox is not installed: apt-get install firefox-esr.');
    log('firefox: absent, its back-forward cache was not looked at (apt-get install firefox-esr)');
    return [];
  }
  const { backend, lost, reloaded } = await suffer(rounds, [capsRaised], () => createFirefox(firefox));
  return [
    exactly('firefox: pages that came back as another document', 'pages', reloaded, 0),
    exactly('firefox: events lost', 'events', lost, 0),
    exactly('firefox: events delivered under two ids', 'events', doubles(backend), 0),
    ...(await wholeShop('firefox: whole shop', log, () => createFirefox(firefox))),
  ];
}
