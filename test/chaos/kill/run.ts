import { exactly, type Run, shown } from '../../bench/row.ts';
import { type ChaosBackend, openBackend } from '../support/backend.ts';
import { buildPage, type Change, capsRaised } from '../support/build-page.ts';
import { createDevice, type Device, inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, missing, mutantFails, timeOf, usualRows } from '../support/ledger.ts';

/** What a page may lose when its browser is killed: the time events wait in memory, and what the machine adds. */
const GRACE_MS = 150;

/** The mutant keeps events in memory for five seconds. */
const lazyWriter: readonly Change[] = [
  { file: 'core/src/journey/writer.ts', from: 'DELAY_MS = 100', to: 'DELAY_MS = 5000' },
  { file: 'core/src/journey/writer.ts', from: 'MAX_ITEMS = 32', to: 'MAX_ITEMS = 1e9' },
];

interface Outcome {
  readonly backend: ChaosBackend;
  readonly tracked: readonly string[];
  /** Events tracked longer than the grace before the kill of their browser. */
  readonly promised: readonly string[];
  /** Of those, never delivered. */
  readonly lost: readonly string[];
}

/** One life of the browser: 500 events a second until it is killed. Resolves with what was promised. */
async function live(device: Device, url: string, tracked: string[]): Promise<string[]> {
  const mine: string[] = [];
  const browser = await device.start();
  const page = await openShop(browser, url, (labels) => mine.push(...labels));
  await inShop(page, (chaos) => chaos.keepTracking(5, 10));
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 600));
  const killedAt = await device.kill(browser);
  tracked.push(...mine);
  return mine.filter((label) => timeOf(label) <= killedAt - GRACE_MS);
}

async function suffer(kills: number, changes: readonly Change[]): Promise<Outcome> {
  const backend = await openBackend(await buildPage(changes));
  const device = await createDevice();
  const tracked: string[] = [];
  const promised: string[] = [];
  try {
    for (let life = 0; life < kills; life++) promised.push(...(await live(device, backend.url, tracked)));
    const last = await device.start();
    await drain(last, backend.url);
    await last.close();
    return { backend, tracked, promised, lost: missing(backend, promised) };
  } finally {
    await backend.close();
    await device.remove();
  }
}

/** The browser is killed again and again while a page tracks 500 events a second, on one profile. */
export const run: Run = async ({ scaled, log }) => {
  const kills = scaled(100);
  log(`${kills} kills`);
  const { backend, tracked, lost } = await suffer(kills, [capsRaised]);
  const usual = await suffer(Math.ceil(kills / 4), []);
  const mutant = await suffer(1, [capsRaised, ...lazyWriter]);
  return [
    shown('kills', 'kills', kills),
    exactly(`events tracked ${GRACE_MS} ms or more before a kill and lost`, 'events', lost.length, 0),
    ...ledgerRows(backend, tracked.length),
    shown('events of the last moments, lost', 'events', missing(backend, tracked).length),
    ...usualRows(usual, usual.promised),
    mutantFails('events that wait five seconds in memory are lost', 'events', mutant.lost.length),
  ];
};
