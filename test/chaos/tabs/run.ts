import { exactly, type Run, shown } from '../../bench/row.ts';
import { type Change, capsLow, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { exactRows, ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
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

/** A tab that is hidden hands over what is not confirmed, by design twice; left out where only leases shall be seen. */
const noExit: Change = {
  file: 'adapters/src/http.ts',
  from: 'exit: (batch, { signal }) =>',
  to: 'exit: (batch, { signal }) => false &&',
};

/** Mutant: a sweep takes what may be with the backend already. */
const greedy: Change = {
  file: 'core/src/storage/sweep-log.ts',
  from: 'MAX_BATCH_EVENTS + i',
  to: 'i',
};
/** Sweeps as often as it is asked to. */
const eager: Change = {
  file: 'core/src/storage/sweep-log.ts',
  from: 'PAUSE_MS = 1000',
  to: 'PAUSE_MS = 0',
};
/** Events of a short run: ten times its caps. */
const FEW = 5000;

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

/**
 * Five tabs write 50,000 events at once, and hand over what is not confirmed whenever they are hidden: with caps raised
 * nothing is lost; with the defaults, and with low caps, tracked = delivered + receipts, to the event.
 */
export const run: Run = async ({ scaled, log }) => {
  const events = scaled(50_000);
  log(`${events} events from ${TABS} tabs`);
  const raised = await suffer(events, [capsRaised]);
  const usual = await suffer(events, []);
  const low = await suffer(FEW, [capsLow, eager]);
  const calm = await suffer(1000, [capsRaised, noExit]);
  const careless = await suffer(FEW, [capsLow, eager, greedy]);
  const mutant = await suffer(1000, [capsRaised, noExit, noLease]);
  return [
    exactly('caps raised: events lost', 'events', raised.lost, 0),
    exactly('caps raised, no page hidden: events sent twice', 'events', calm.backend.repeats(), 0),
    exactly('sessions that five tabs agree on', 'sessions', raised.sessions, 1),
    ...ledgerRows(raised.backend, raised.tracked.length),
    ...usualRows(usual),
    ...exactRows('default caps', usual.backend),
    shown('low caps: events tracked', 'events', low.tracked.length),
    shown('low caps: receipts', 'events', low.receipts),
    exactly('low caps: receipts beside events lost', 'events', Math.abs(low.receipts - low.lost), 0),
    mutantFails('without leases, events sent twice', 'events', mutant.backend.repeats()),
    mutantFails(
      'that sweeps what is under way tells of what was not lost',
      'events',
      careless.receipts - careless.lost,
    ),
  ];
};
