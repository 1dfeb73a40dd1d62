import { exactly, type Run, shown } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { type Device, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, missing, mutantFails, timeOf, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

/** What a page may lose when its browser is killed: the time events wait in memory, and what the machine adds. */
const GRACE_MS = 150;

/** A thousand events a second: ten every ten milliseconds. */
const EVENTS = 10;
const EVERY_MS = 10;

/** The mutant keeps events in memory for five seconds. */
const lazyWriter: readonly Change[] = [
  { file: 'core/src/journey/writer.ts', from: 'DELAY_MS = 100', to: 'DELAY_MS = 5000' },
  { file: 'core/src/journey/writer.ts', from: 'MAX_ITEMS = 32', to: 'MAX_ITEMS = 1e9' },
];

interface Outcome extends Lived {
  /** Events tracked longer than the grace before the kill of their browser. */
  readonly promised: readonly string[];
  /** Events a second, mean of all lives. */
  readonly perSecond: number;
}

interface Life {
  readonly labels: readonly string[];
  readonly killedAt: number;
}

/** One life of the browser: a visible tab tracks a thousand events a second until it is killed. */
async function live(device: Device, url: string): Promise<Life> {
  const labels: string[] = [];
  const browser = await device.start();
  const page = await openShop(browser, url, (more) => labels.push(...more));
  await page.bringToFront();
  await page.evaluate(`chaos.keepTracking(${EVENTS}, ${EVERY_MS})`);
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 600));
  return { killedAt: await device.kill(browser), labels };
}

const rateOf = ({ labels }: Life): number => {
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return (1000 * (labels.length - EVENTS)) / (timeOf(last) - timeOf(first));
};

const suffer = (kills: number, changes: readonly Change[]): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    const lives: Life[] = [];
    while (lives.length < kills) lives.push(await live(device, backend.url));
    const last = await device.start();
    await drain(last, backend.url);
    await last.close();
    return {
      tracked: lives.flatMap(({ labels }) => labels),
      promised: lives.flatMap(({ labels, killedAt }) =>
        labels.filter((label) => timeOf(label) <= killedAt - GRACE_MS),
      ),
      perSecond: lives.reduce((sum, one) => sum + rateOf(one), 0) / kills,
    };
  });

/** Of what had to survive, what never came. */
const broken = ({ backend, promised }: Outcome & Suffered): number => missing(backend, promised).length;

/** The browser is killed again and again while a page tracks 1,000 events a second, on one profile. */
export const run: Run = async ({ scaled, log }) => {
  const kills = scaled(100);
  log(`${kills} kills`);
  const raised = await suffer(kills, [capsRaised]);
  const usual = await suffer(Math.ceil(kills / 4), []);
  const mutant = await suffer(1, [capsRaised, ...lazyWriter]);
  return [
    shown('kills', 'kills', kills),
    shown('events tracked a second, mean of the lives', 'events/s', raised.perSecond),
    exactly(`events tracked ${GRACE_MS} ms or more before a kill and lost`, 'events', broken(raised), 0),
    ...ledgerRows(raised.backend, raised.tracked.length),
    shown('events of the last moments, lost', 'events', raised.lost),
    ...usualRows(usual, usual.promised),
    mutantFails('events that wait five seconds in memory are lost', 'events', broken(mutant)),
  ];
};
