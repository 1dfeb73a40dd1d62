import { exactly, type Run, shown } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, missing, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

const HOUR_MS = 3_600_000;
/** `npm run chaos -- offline --slow`: the hour passes on the clock of the wall. */
const isSlow = process.argv.includes('--slow');

/** Mutant: nobody notices that the network is back. */
const deaf: Change = { file: 'core/src/sync/sync-engine.ts', from: "on('online'", to: "on('never'" };

interface Outcome extends Lived {
  /** Not there ten seconds after the line came back. */
  readonly late: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An hour without network: the visitor goes on, then the line comes back. */
const goOffline = (
  events: number,
  changes: readonly Change[],
  how: { readonly slow?: boolean; readonly drains?: boolean } = {},
): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    const browser = await device.start();
    const page = await openShop(browser, backend.url);
    await page.setOfflineMode(true);
    for (let minute = 0; minute < 60; minute += 5) {
      if (how.slow) await wait(HOUR_MS / 12);
      else await page.evaluate(`chaos.shiftMs += ${HOUR_MS / 12}`);
      await page.evaluate(`chaos.track(${events})`);
      await inShop(page, (chaos) => chaos.flush());
    }
    const tracked = [...(await inShop(page, (chaos) => chaos.labels()))];
    await page.setOfflineMode(false);
    // The wait of its own making may be five minutes: it is passed over, and one that fails too soon is soon repeated.
    for (const from = Date.now(); Date.now() - from < 10_000 && missing(backend, tracked).length > 0; )
      await wait(200);
    const late = missing(backend, tracked).length;
    if (how.drains) await drain(browser, `${backend.url}/?shift=${HOUR_MS}`);
    await browser.close();
    return { tracked, late };
  });

/** The line is dead for an hour: what was tracked meanwhile leaves as soon as it is back. */
export const run: Run = async ({ scaled, log }) => {
  const events = scaled(400);
  if (isSlow) log('an hour by the clock of the wall');
  const offline = await goOffline(events, [capsRaised], { slow: isSlow });
  const usual = await goOffline(Math.max(events, 450), [], { drains: true });
  const waiting = await goOffline(events, [capsRaised, deaf]);
  return [
    exactly('events not delivered ten seconds after the hour', 'events', offline.late, 0),
    ...ledgerRows(offline.backend, offline.tracked.length),
    ...usualRows(usual),
    shown('in real time', 'hours', isSlow ? 1 : 0),
    mutantFails('that does not hear the network come back holds events back', 'events', waiting.late),
  ];
};
