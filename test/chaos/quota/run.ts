import { atLeast, exactly, type Run, shown } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered, unaccounted } from '../support/on-device.ts';

/** Mutant: what a full disk costs is not noted. */
const silent: Change = {
  file: 'core/src/storage/sweep-log.ts',
  from: 'const { full: count = 0 } = lost;',
  to: 'const count = 0 * (lost.full ?? 0);',
};

/** Bytes that the origin may use. */
const QUOTA = 1_500_000;

interface Outcome extends Lived {
  /** Writes that the browser refused. */
  readonly full: number;
}

/** The backend is down and the origin's quota used up; then there is room again and the backend is up. */
const suffer = (events: number, changes: readonly Change[]): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    const browser = await device.start();
    // Before the origin stores anything: the browser remembers for a while how much room there was.
    const keeper = await browser.newPage();
    await keeper.goto(`${backend.url}/empty`);
    const session = await keeper.createCDPSession();
    await session.send('Storage.overrideQuotaForOrigin', { origin: backend.url, quotaSize: QUOTA });
    const page = await openShop(browser, backend.url);
    // Its session has begun: what a receipt counts is what was tracked.
    await inShop(page, (chaos) => {
      chaos.track(1);
      return chaos.flush();
    });
    backend.treat(() => ({ taken: false, status: 503, body: {} }));
    await page.evaluate(`(async () => {
      for (let at = 0; at < ${events}; at += 50) {
        chaos.track(50, 900);
        await chaos.flush();
      }
    })()`);
    await session.send('Storage.overrideQuotaForOrigin', { origin: backend.url });
    backend.treat(() => ({ taken: true, status: 200, body: { type: 'accepted' } }));
    // What memory holds goes with the page: it is sent before.
    for (let queued = 1, tries = 0; queued > 0; tries++) {
      if (tries > 100) throw new Error(`${queued} events do not leave the page`);
      await inShop(page, (chaos) => {
        chaos.shiftMs += 400_000;
        chaos.track(25);
        return chaos.flush();
      });
      ({ queued } = await inShop(page, (chaos) => chaos.state()));
    }
    const { full } = await inShop(page, (chaos) => chaos.state());
    const tracked = [...(await inShop(page, (chaos) => chaos.labels()))];
    await page.close();
    // The next visit sends what the disk holds and tells what it cost.
    const next = await drain(browser, `${backend.url}/?shift=80000000`);
    await inShop(next, (chaos) => chaos.track(1));
    await inShop(next, (chaos) => chaos.flush());
    await browser.close();
    return { tracked, full };
  });

/** The disk is full while the backend is down: what is given up has a receipt, and the page goes on. */
export const run: Run = async ({ scaled, log }) => {
  const events = Math.max(3000, scaled(6000));
  log(`${events} events of 1.3 kB into ${QUOTA} B`);
  const raised = await suffer(events, [capsRaised]);
  const usual = await suffer(events, []);
  const mutant = await suffer(3000, [capsRaised, silent]);
  const ledger = ledgerRows(raised.backend, raised.tracked.length);
  return [
    atLeast('caps raised: writes that the full disk refused', 'writes', raised.full, 1),
    shown('caps raised: events that the full disk cost', 'events', raised.lost),
    exactly('caps raised: events gone without a receipt', 'events', unaccounted(raised), 0),
    // On a full disk memory goes on, and what it holds leaves before what the next visit finds on the disk.
    ...ledger.map((row) => (row.what.includes('out of order') ? shown(row.what, row.unit, row.ours) : row)),
    ...usualRows(usual),
    mutantFails(
      'that does not note what a full disk costs loses without a receipt',
      'events',
      unaccounted(mutant),
    ),
  ];
};
