import { exactly, type Run } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { onDevice, type Suffered, unaccounted } from '../support/on-device.ts';

/** Mutant: nobody counts what the deleted database held. */
const silent: Change = {
  file: 'core/src/sync/tell-deletions.ts',
  from: 'context.signal.aborted ||',
  to: 'context.signal ||',
};

const deleteIt = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('regulars/chaos');
  request.onsuccess = () => resolve();
  request.onerror = () => reject(request.error);
})`;

/** The backend is down; a page of the same origin deletes the database under two open tabs; then both go on. */
const suffer = (rounds: number, events: number, changes: readonly Change[]): Promise<Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    const browser = await device.start();
    const pages = [await openShop(browser, backend.url), await openShop(browser, backend.url)];
    const other = await browser.newPage();
    await other.goto(`${backend.url}/empty`);
    // Their sessions have begun: what a receipt counts is what was tracked.
    for (const page of pages)
      await inShop(page, (chaos) => {
        chaos.track(1);
        return chaos.flush();
      });
    for (let round = 0; round < rounds; round++) {
      backend.treat(() => ({ taken: false, status: 503 }));
      for (const page of pages) {
        await page.evaluate(`chaos.shiftMs += 60_000; chaos.track(${events})`);
        await inShop(page, (chaos) => chaos.flush());
      }
      await other.evaluate(deleteIt);
      // The word of the deletion is told after half a second, by one of the two.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      backend.treat(() => ({ taken: true, status: 200, body: { type: 'accepted' } }));
      for (const page of pages)
        await inShop(page, (chaos) => {
          chaos.track(5);
          return chaos.flush();
        });
    }
    const tracked = (await Promise.all(pages.map((page) => inShop(page, (chaos) => chaos.labels())))).flat();
    for (const page of pages) await page.close();
    await drain(browser, `${backend.url}/?shift=${(rounds + 1) * 60_000}`);
    await browser.close();
    return { tracked };
  });

/** The database goes while tabs are open: what it held has a receipt, and the tabs go on in a new one. */
export const run: Run = async ({ scaled, log }) => {
  const rounds = scaled(20);
  log(`${rounds} deletions`);
  const raised = await suffer(rounds, 50, [capsRaised]);
  const usual = await suffer(1, 50, []);
  const mutant = await suffer(1, 50, [capsRaised, silent]);
  return [
    exactly('events gone without a receipt', 'events', unaccounted(raised), 0),
    ...ledgerRows(raised.backend, raised.tracked.length),
    ...usualRows(usual),
    mutantFails('that does not count loses without a receipt', 'events', unaccounted(mutant)),
  ];
};
