import { atMost, exactly, type Run, shown } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

/** Mutant: a page that freezes keeps its lease. */
const holding: Change = {
  file: 'core/src/sync/sync-engine.ts',
  from: "document.addEventListener('freeze', leave, { signal });",
  to: '',
};

interface Outcome extends Lived {
  readonly waitMs: number;
}

/** Resolves when no transaction of the page holds the database. */
const settled = `new Promise((resolve, reject) => {
  const request = indexedDB.open('regulars/chaos');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const tx = request.result.transaction([...request.result.objectStoreNames], 'readwrite');
    tx.oncomplete = () => resolve(request.result.close());
  };
})`;

/** A tab is frozen with a batch under way and never thawed in time; another tab sends on; then the first goes on. */
const suffer = (rounds: number, changes: readonly Change[]): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    const tracked: string[] = [];
    let waitMs = 0;
    const browser = await device.start();
    for (let round = 0; round < rounds; round++) {
      let sending = (): void => {};
      const sends = new Promise<void>((resolve) => {
        sending = resolve;
      });
      backend.treat(() => {
        sending();
        return { taken: false, status: -1 };
      });
      const cold = await openShop(browser, backend.url);
      await inShop(cold, (chaos) => {
        chaos.track(20);
        void chaos.flush();
      });
      await sends;
      // The visitor looks at another tab; Chromium freezes only pages that are hidden and hold no database lock.
      const other = await browser.newPage();
      await other.goto(`${backend.url}/empty`);
      await other.bringToFront();
      await cold.evaluate(settled);
      const session = await cold.createCDPSession();
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      let took = (_at: number): void => {};
      const arrives = new Promise<number>((resolve) => {
        took = resolve;
      });
      backend.treat(() => {
        took(Date.now());
        return { taken: true, status: 200, body: { type: 'accepted' } };
      });
      const from = Date.now();
      const warm = await openShop(browser, backend.url);
      await warm.bringToFront();
      await inShop(warm, (chaos) => {
        chaos.track(20);
        void chaos.flush();
      });
      waitMs = Math.max(waitMs, (await Promise.race([arrives, late()])) - from);
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await inShop(cold, (chaos) => chaos.track(20));
      for (const page of [cold, warm]) tracked.push(...(await inShop(page, (chaos) => chaos.labels())));
      await inShop(warm, (chaos) => chaos.flush());
      await cold.close();
      await warm.close();
      await other.close();
    }
    await drain(browser, backend.url);
    await browser.close();
    return { tracked, waitMs };
  });

const late = (): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(Date.now()), 25_000));

/** Frozen tabs hold nobody up, and lose nothing when they go on. */
export const run: Run = async ({ scaled }) => {
  const { backend, tracked, lost, waitMs } = await suffer(scaled(20), [capsRaised]);
  const usual = await suffer(scaled(5), []);
  const mutant = await suffer(1, [capsRaised, holding]);
  return [
    exactly('events lost', 'events', lost, 0),
    ...ledgerRows(backend, tracked.length),
    atMost('longest wait of another tab for its first batch', 'ms', waitMs, 5000),
    ...usualRows(usual),
    shown('mutant that keeps its lease: longest wait', 'ms', mutant.waitMs),
    mutantFails(
      'a frozen tab that keeps its lease makes others wait',
      'waits over 5 s',
      mutant.waitMs > 5000 ? 1 : 0,
    ),
  ];
};
