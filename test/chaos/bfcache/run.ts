import { exactly, type Run, shown } from '../../bench/row.ts';
import { type ChaosBackend, openBackend } from '../support/backend.ts';
import { buildPage, type Change, capsRaised } from '../support/build-page.ts';
import { createDevice, inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, missing, mutantFails, usualRows } from '../support/ledger.ts';

/** Mutant: a page that is frozen keeps its transactions, and with them a lock on the database. */
const locking: Change = {
  file: 'core/src/storage/run-transaction.ts',
  from: "document.addEventListener('freeze', end);",
  to: '',
};

interface Outcome {
  readonly backend: ChaosBackend;
  readonly tracked: readonly string[];
  /** Times that the page which came back was another document. */
  readonly reloaded: number;
}

/** The visitor goes on to the next page, which writes and sends, and comes back; the first page must be the very same. */
async function suffer(rounds: number, changes: readonly Change[]): Promise<Outcome> {
  const backend = await openBackend(await buildPage(changes));
  const device = await createDevice();
  const tracked: string[] = [];
  let reloaded = 0;
  try {
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
      const shownAgain = page.waitForFunction("location.search === '' && globalThis.chaos");
      await page.evaluate('void setTimeout(() => history.back())');
      await shownAgain;
      if (!(await page.evaluate('globalThis.sameDocument'))) reloaded += 1;
      // It goes on where it was.
      await inShop(page, (chaos) => {
        chaos.track(5);
        return chaos.flush();
      });
      tracked.push(...(await inShop(page, (chaos) => chaos.labels())).filter((one) => !before.includes(one)));
      await page.close();
    }
    await drain(browser, backend.url);
    await browser.close();
    return { backend, tracked, reloaded };
  } finally {
    await backend.close();
    await device.remove();
  }
}

/** Pages with the SDK are kept in the back-forward cache while the next page of the shop writes and sends. */
export const run: Run = async ({ scaled }) => {
  const rounds = scaled(20);
  const raised = await suffer(rounds, [capsRaised]);
  const usual = await suffer(1, []);
  const mutant = await suffer(3, [capsRaised, locking]);
  return [
    shown('pages that came back', 'pages', rounds),
    exactly('pages that came back as another document', 'pages', raised.reloaded, 0),
    exactly('events lost', 'events', missing(raised.backend, raised.tracked).length, 0),
    ...ledgerRows(raised.backend, raised.tracked.length),
    ...usualRows(usual),
    mutantFails('that keeps its lock is thrown out of the cache', 'pages', mutant.reloaded),
  ];
};
