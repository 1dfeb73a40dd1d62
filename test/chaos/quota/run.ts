import type { Page } from 'puppeteer-core';
import { atLeast, exactly, type Row, type Run, shown } from '../../bench/row.ts';
import { type Change, capsRaised, capsRaisedWhenFull } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { disordered, ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered, unaccounted, type Visited } from '../support/on-device.ts';

/** Mutant: what a full disk costs is not noted. */
const silent: Change = {
  file: 'core/src/storage/sweep-log.ts',
  from: 'const { full: count = 0 } = lost;',
  to: 'const count = 0 * (lost.full ?? 0);',
};

/** Mutant: memory that stood in for a full disk never goes back to it. */
const staying: Change = {
  file: 'core/src/storage/come-back.ts',
  from: "document.addEventListener('visibilitychange', look, stop);",
  to: '',
};

/** Bytes that the origin may use. */
const QUOTA = 1_500_000;
/** Until the next visit, on the SDK's clock. */
const NEXT_VISIT_MS = 80_000_000;

interface Outcome extends Lived {
  /** Writes that the browser refused. */
  readonly full: number;
  /** First deliveries that the page itself made before it ended: from memory where that stood in. */
  readonly fromPage: number;
}

/** A shop's page on a full disk, and the tab beside it. */
interface Full extends Visited {
  readonly page: Page;
  readonly keeper: Page;
}

/** The visitor looks at another tab and back, until the database takes what memory holds; a mutant's never does. */
async function lookAgain({ page, keeper }: Full): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await keeper.bringToFront();
    await page.waitForFunction("document.visibilityState === 'hidden'");
    await page.bringToFront();
    await page.waitForFunction("document.visibilityState === 'visible'");
    if (!(await inShop(page, (chaos) => chaos.state())).inMemory) return;
  }
}

/** The backend is up while memory still stands in: what it holds would go with the page, and is sent before. */
async function sendFromPage({ page, backend }: Full): Promise<void> {
  backend.treat(() => ({ taken: true, status: 200, body: { type: 'accepted' } }));
  for (let queued = 1, tries = 0; queued > 0; tries++) {
    if (tries > 100) throw new Error(`${queued} events do not leave the page`);
    await inShop(page, (chaos) => {
      chaos.shiftMs += 400_000;
      chaos.track(25);
      return chaos.flush();
    });
    ({ queued } = await inShop(page, (chaos) => chaos.state()));
  }
}

/** The backend is down and the origin's quota used up; there is room again, and `then` is what the page sees of that. */
const suffer = (
  events: number,
  changes: readonly Change[],
  then: (full: Full) => Promise<void>,
): Promise<Outcome & Suffered> =>
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
    await then({ backend, device, page, keeper });
    const { full } = await inShop(page, (chaos) => chaos.state());
    const tracked = [...(await inShop(page, (chaos) => chaos.labels()))];
    await page.close();
    const fromPage = backend.delivered.length;
    // It was down to the end: a body that the page handed over from memory as it went comes to nothing, however late.
    backend.treat(({ sentAt }) =>
      sentAt > Date.now() + NEXT_VISIT_MS / 2
        ? { taken: true, status: 200, body: { type: 'accepted' } }
        : { taken: false, status: 503 },
    );
    // The next visit sends what the disk holds and tells what it cost.
    const next = await drain(browser, `${backend.url}/?shift=${NEXT_VISIT_MS}`);
    await inShop(next, (chaos) => chaos.track(1));
    await inShop(next, (chaos) => chaos.flush());
    await browser.close();
    return { tracked, full, fromPage };
  });

/** First deliveries out of order among those of the page and among those of the next visit. */
const disorderedEach = ({ backend: { delivered }, fromPage }: Outcome & Suffered): number =>
  disordered({ delivered: delivered.slice(0, fromPage) }) +
  disordered({ delivered: delivered.slice(fromPage) });

/** With all caps raised: the disk refuses, memory stands in, and what it holds carries on behind what the disk holds. */
async function raisedRows(events: number): Promise<Row[]> {
  const raised = await suffer(events, capsRaisedWhenFull, lookAgain);
  return [
    atLeast('caps raised: writes that the full disk refused', 'writes', raised.full, 1),
    exactly('caps raised: events lost', 'events', raised.lost, 0),
    ...ledgerRows(raised.backend, raised.tracked.length),
  ];
}

/** With defaults: room is made, and the backend is back before the visitor looks at the page anew. */
async function defaultRows(events: number): Promise<Row[]> {
  const usual = await suffer(events, [], sendFromPage);
  return [
    ...usualRows(usual),
    exactly('default caps: out of order within the disk or memory', 'events', disorderedEach(usual), 0),
    // What memory holds would be gone with the page: it does not wait for what the next visit finds on the disk.
    shown('default caps: from memory before what the disk held', 'events', disordered(usual.backend)),
  ];
}

/** The disk is full while the backend is down: what fits is delivered, what is given up has a receipt. */
export const run: Run = async ({ scaled, log }) => {
  const events = Math.max(3000, scaled(6000));
  log(`${events} events of 1.3 kB into ${QUOTA} B`);
  const rows = [...(await raisedRows(events)), ...(await defaultRows(events))];
  const silently = await suffer(3000, [capsRaised, silent], sendFromPage);
  const stayed = await suffer(3000, [...capsRaisedWhenFull, staying], lookAgain);
  return [
    ...rows,
    mutantFails(
      'that does not note what a full disk costs loses without a receipt',
      'events',
      unaccounted(silently),
    ),
    mutantFails('whose memory never goes back to the disk loses', 'events', stayed.lost),
  ];
};
