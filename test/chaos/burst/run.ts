import { atLeast, exactly, type Run, shown } from '../../bench/row.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { type Device, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { exactRows, ledgerRows, missing, mutantFails, timeOf, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

/** Events of a task, so many tasks: some fifty thousand events a second, for longer than any life here. */
const SLICE = 200;
const TASKS = 400;

/** Mutant: `flush()` does not wait for the write. */
const hasty: Change = {
  file: 'core/src/create-core.ts',
  from: 'await journey.flush();',
  to: 'void journey.flush();',
};
/** With it: each write begins five seconds late. */
const slow: Change = {
  file: 'core/src/journey/writer.ts',
  from: 'running.then(() => writeAll(read))',
  to: 'running.then(() => new Promise((done) => setTimeout(done, 5000))).then(() => writeAll(read))',
};

interface Outcome extends Lived {
  /** Events for which a `flush()` had resolved before the kill. */
  readonly promised: readonly string[];
  /** Events tracked and not yet covered by a `flush()` at the kill: all lives, and the largest. */
  readonly backlog: number;
  readonly largestBacklog: number;
  readonly perSecond: number;
}

interface Life {
  readonly labels: readonly string[];
  /** How many of them a `flush()` had covered. */
  readonly flushed: number;
}

/** One life: tracks as fast as the page can and is soon killed; the driver hears of each task and of each `flush()`. */
async function live(device: Device, url: string): Promise<Life> {
  const labels: string[] = [];
  let flushed = 0;
  const browser = await device.start();
  const page = await openShop(browser, url, (more) => labels.push(...more));
  await page.exposeFunction('flushed', (count: number) => {
    flushed = Math.max(flushed, count);
  });
  await page.bringToFront();
  await page.evaluate(`chaos.burst(${SLICE}, ${TASKS})`);
  await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 600));
  await device.kill(browser);
  return { labels, flushed };
}

const suffer = (kills: number, changes: readonly Change[]): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    // Nobody takes anything: what survives was stored.
    backend.treat(() => ({ taken: false, status: 503 }));
    const lives: Life[] = [];
    while (lives.length < kills) lives.push(await live(device, backend.url));
    backend.treat(() => ({ taken: true, status: 200, body: { type: 'accepted' } }));
    const last = await device.start();
    await drain(last, `${backend.url}/?shift=3600000`);
    await last.close();
    const backlogs = lives.map(({ labels, flushed }) => labels.length - flushed);
    const spans = lives.map(({ labels }) => timeOf(labels.at(-1) ?? '') - timeOf(labels[0] ?? ''));
    const tracked = lives.flatMap(({ labels }) => labels);
    return {
      tracked,
      promised: lives.flatMap(({ labels, flushed }) => labels.slice(0, flushed)),
      backlog: backlogs.reduce((sum, one) => sum + one, 0),
      largestBacklog: Math.max(...backlogs),
      perSecond: (1000 * tracked.length) / spans.reduce((sum, one) => sum + one, 0),
    };
  });

const broken = ({ backend, promised }: Outcome & Suffered): number => missing(backend, promised).length;

/** The browser is killed while a page tracks more than storage can take. What `flush()` said is stored, is. */
export const run: Run = async ({ scaled, log }) => {
  const kills = Math.max(3, scaled(10));
  log(`${kills} bursts`);
  const raised = await suffer(kills, [capsRaised]);
  const usual = await suffer(Math.ceil(kills / 2) + 1, []);
  const mutant = await suffer(1, [capsRaised, hasty, slow]);
  return [
    shown('kills', 'kills', kills),
    shown('events tracked a second in the bursts', 'events/s', raised.perSecond),
    atLeast('events for which flush() had resolved', 'events', raised.promised.length, 1),
    exactly('of those, lost', 'events', broken(raised), 0),
    shown('backlog at the kills: tracked, no flush() resolved', 'events', raised.backlog),
    shown('the largest backlog', 'events', raised.largestBacklog),
    shown('of the backlog, lost', 'events', raised.lost - broken(raised)),
    ...ledgerRows(raised.backend, raised.tracked.length),
    // Of its last tasks before a kill the driver never hears: what was stored of them, the numbers of the session tell.
    ...usualRows(usual, usual.promised).filter(({ what }) => !what.includes('for what was not lost')),
    ...exactRows('default caps', usual.backend),
    mutantFails('whose flush() does not wait loses what it promised', 'events', broken(mutant)),
  ];
};
