import { exactly, type Run } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { onDevice, type Suffered } from '../support/on-device.ts';

const DAY_MS = 86_400_000;

/** Mutant: a time too far ahead is believed. */
const believing: Change = {
  file: 'core/src/sync/cursor.ts',
  from: 'holdMs <= MAX_HOLD_MS ? holdMs : 0',
  to: 'true ? holdMs : 0',
};
/** A backend that is down orders a wait; then the device's clock is set back by a day, and the backend is up again. */
const setBack = (events: number, changes: readonly Change[]): Promise<Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
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
    return { tracked };
  });

/** The device's clock goes back by a day while a wait is ordered. */
export const run: Run = async ({ scaled }) => {
  const events = scaled(400);
  const back = await setBack(events, [capsRaised]);
  const usualBack = await setBack(events, []);
  const stuck = await setBack(events, [capsRaised, believing]);
  return [
    exactly('clock set back a day: events not delivered at once', 'events', back.lost, 0),
    ...ledgerRows(back.backend, back.tracked.length),
    ...usualRows(usualBack),
    mutantFails('that believes a time a day ahead holds events back', 'events', stuck.lost),
  ];
};
