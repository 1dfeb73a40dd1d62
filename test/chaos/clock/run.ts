import { exactly, type Run, shown } from '../../bench/row.ts';
import { type ChaosBackend, openBackend } from '../support/backend.ts';
import { buildPage, type Change, capsRaised } from '../support/build-page.ts';
import { createDevice, inShop, openShop } from '../support/device.ts';
import { ledgerRows, missing, mutantFails } from '../support/ledger.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Mutant: a time too far ahead is believed. */
const believing: Change = {
  file: 'core/src/sync/cursor.ts',
  from: 'holdMs > MAX_HOLD_MS ? 0 : holdMs',
  to: 'holdMs',
};
/** Mutant: nobody notices that the network is back. */
const deaf: Change = { file: 'core/src/sync/sync-engine.ts', from: "on('online'", to: "on('never'" };

interface Outcome {
  readonly backend: ChaosBackend;
  readonly tracked: readonly string[];
  readonly lost: number;
}

/** A backend that is down orders a wait; then the device's clock is set back by a day, and the backend is up again. */
async function setBack(events: number, changes: readonly Change[]): Promise<Outcome> {
  const backend = await openBackend(await buildPage([capsRaised, ...changes]));
  const device = await createDevice();
  try {
    const browser = await device.start();
    backend.treat(() => ({ taken: false, status: 503, headers: { 'retry-after': '600' } }));
    const before = await openShop(browser, `${backend.url}/?shift=${DAY_MS}`);
    await before.evaluate(`chaos.track(${events})`);
    const tracked = [...(await inShop(before, (chaos) => chaos.flush().then(() => chaos.labels())))];
    await before.close();
    backend.treat(() => ({ taken: true, status: 200, body: { type: 'accepted' } }));
    const after = await openShop(browser, backend.url);
    await after.evaluate(`chaos.track(${events})`);
    tracked.push(...(await inShop(after, (chaos) => chaos.flush().then(() => chaos.labels()))));
    await browser.close();
    return { backend, tracked, lost: missing(backend, tracked).length };
  } finally {
    await backend.close();
    await device.remove();
  }
}

/** An hour without network by the SDK's clock: the visitor goes on, then the line comes back. */
async function goOffline(events: number, changes: readonly Change[]): Promise<Outcome> {
  const backend = await openBackend(await buildPage([capsRaised, ...changes]));
  const device = await createDevice();
  try {
    const browser = await device.start();
    const page = await openShop(browser, backend.url);
    await page.setOfflineMode(true);
    for (let minute = 0; minute < 60; minute += 5) {
      await page.evaluate(`chaos.shiftMs += ${HOUR_MS / 12}; chaos.track(${events})`);
      await inShop(page, (chaos) => chaos.flush());
    }
    const arrives = new Promise((resolve) => {
      backend.treat(() => {
        // One batch after the other: the last of them empties the log.
        setTimeout(resolve, 1000);
        return { taken: true, status: 200, body: { type: 'accepted' } };
      });
    });
    await page.setOfflineMode(false);
    // The wait of its own making may be five minutes: it is passed over, and one that fails too soon is soon repeated.
    await Promise.race([arrives, new Promise((resolve) => setTimeout(resolve, 9000))]);
    const tracked = await inShop(page, (chaos) => chaos.labels());
    await browser.close();
    return { backend, tracked, lost: missing(backend, tracked).length };
  } finally {
    await backend.close();
    await device.remove();
  }
}

/** The device's clock goes back by a day while a wait is ordered; an hour passes offline. */
export const run: Run = async ({ scaled }) => {
  const events = scaled(400);
  const back = await setBack(events, []);
  const offline = await goOffline(events, []);
  const stuck = await setBack(events, [believing]);
  const waiting = await goOffline(events, [deaf]);
  return [
    exactly('clock set back a day: events not delivered at once', 'events', back.lost, 0),
    ...ledgerRows(back.backend, back.tracked.length),
    exactly('an hour offline: events not delivered ten seconds after', 'events', offline.lost, 0),
    ...ledgerRows(offline.backend, offline.tracked.length),
    shown('events tracked offline', 'events', offline.tracked.length),
    mutantFails('that believes a time a day ahead holds events back', 'events', stuck.lost),
    mutantFails('that does not hear the network come back holds events back', 'events', waiting.lost),
  ];
};
