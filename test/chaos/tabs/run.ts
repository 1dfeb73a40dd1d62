import { exactly, type Run } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

const TABS = 5;
/** Events that a tab tracks in one task. */
const SLICE = 100;

/** The mutant takes what another tab holds. */
const noLease: Change = {
  file: 'core/src/sync/lease.ts',
  from: 'row.token !== undefined &&',
  to: 'false &&',
};

/** A tab that is hidden hands over what is not confirmed, by design twice; left out here, so that only leases are seen. */
const noExit: Change = {
  file: 'adapters/src/http.ts',
  from: 'exit: (batch, { signal }) =>',
  to: 'exit: (batch, { signal }) => false &&',
};

interface Outcome extends Lived {
  readonly sessions: number;
}

/** Five tabs write at once; the backend needs 50 ms for each batch. */
const suffer = (events: number, changes: readonly Change[]): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    backend.treat(() => ({ taken: true, status: 200, body: { type: 'accepted' }, afterMs: 50 }));
    const browser = await device.start();
    const pages = [];
    for (let tab = 0; tab < TABS; tab++) pages.push(await openShop(browser, backend.url));
    const slices = Math.max(1, Math.round(events / TABS / SLICE));
    for (let slice = 0; slice < slices; slice++)
      await Promise.all(pages.map((page) => inShop(page, (chaos) => chaos.track(100))));
    const labels = await Promise.all(pages.map((page) => inShop(page, (chaos) => chaos.labels())));
    await Promise.all(pages.map((page) => inShop(page, (chaos) => chaos.flush())));
    // A tab that is closed while it sends sends nothing less, but somebody repeats it.
    for (const page of pages)
      while ((await inShop(page, (chaos) => chaos.state())).queued > 0)
        await inShop(page, (chaos) => chaos.flush());
    for (const page of pages) await page.close();
    await drain(browser, backend.url);
    await browser.close();
    const tracked = labels.flat();
    const sessions = new Set(backend.delivered.map(({ sid }) => sid)).size;
    return { tracked, sessions };
  });

/** Five tabs write 50,000 events at once: with caps raised nothing is lost, with the defaults no loss is without a receipt. */
export const run: Run = async ({ scaled, log }) => {
  const events = scaled(50_000);
  log(`${events} events from ${TABS} tabs`);
  const raised = await suffer(events, [capsRaised, noExit]);
  const usual = await suffer(events, [noExit]);
  const mutant = await suffer(1000, [capsRaised, noExit, noLease]);
  return [
    exactly('caps raised: events lost', 'events', raised.lost, 0),
    exactly('caps raised: events sent twice', 'events', raised.backend.repeats(), 0),
    exactly('sessions that five tabs agree on', 'sessions', raised.sessions, 1),
    ...ledgerRows(raised.backend, raised.tracked.length),
    ...usualRows(usual),
    mutantFails('without leases, events sent twice', 'events', mutant.backend.repeats()),
  ];
};
