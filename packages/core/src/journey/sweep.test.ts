import { expect } from 'chai';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { killAfter, revive } from '../../../../test/support/killed-page.ts';
import { createProblemSink } from '../errors/create-problem-sink.ts';
import type { Segment } from '../rules/segment.ts';
import { openStorage } from '../storage/open-storage.ts';

const EVENTS = 64;

const open: TestJourney[] = [];
const { put } = IDBObjectStore.prototype;

async function visit(name?: string, afterMs = 0): Promise<TestJourney> {
  const tab = startJourney(name);
  tab.clock.ms += afterMs;
  open.push(tab);
  tab.consent.set(everything);
  await tab.journey.ready();
  tab.journey.track('page_viewed', {});
  await tab.journey.flush();
  return tab;
}

/** A disk that takes nothing more, but lets go of what it has. */
function fillDisk(): void {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

/** The next page. */
function mend(): void {
  revive();
  IDBObjectStore.prototype.put = put;
}

/** Writes segments that a destination has not confirmed. */
async function fill({ storage, clock }: TestJourney, segments: number): Promise<void> {
  await storage.base.run(['log', 'dest'], 'readwrite', async ({ log, dest }) => {
    const one: Segment = { t: clock.ms, n: EVENTS, bytes: 100, prio: 1, ev: '[]' };
    for (let i = 0; i < segments; i++) await log.put(one);
    await dest.put({ off: 0, i: 0 }, 'slow');
  });
}

/** The log as the database holds it, whatever stands in for it on the pages. */
async function logOf(name: string): Promise<readonly (readonly [number, Segment])[]> {
  const { base, stop } = openStorage({ name, allows: () => true, problems: createProblemSink(() => {}) });
  try {
    return await base.run(['log'], 'readonly', ({ log }) => log.entries<Segment, number>());
  } finally {
    stop();
  }
}

/** Events of the log, receipts among them, and what the receipts count. */
async function ledgerOf(name: string): Promise<{ held: number; told: Record<string, number> }> {
  const segments = await logOf(name);
  const told: Record<string, number> = {};
  for (const { name: event, props } of segments.flatMap(([, { ev }]) => JSON.parse(ev)))
    if (event === 'events_lost') told[props.reason] = (told[props.reason] ?? 0) + props.count;
  return { held: segments.reduce((sum, [, { n }]) => sum + n, 0), told };
}

/** The visitor comes back, in a new session: its first write is followed by a sweep. */
const comeBack = (name: string, ms = 3_600_000): Promise<TestJourney> => visit(name, ms);

describe('sweep', () => {
  afterEach(async () => {
    mend();
    for (const tab of open.splice(0)) await tab.end();
  });

  it('stores its receipt with what it takes: a page that is killed right after it loses neither', async () => {
    const first = await visit();
    await fill(first, 90);
    const before = await ledgerOf(first.name);
    const killed = killAfter('dead');
    await comeBack(first.name);
    await killed;
    mend();
    const after = await ledgerOf(first.name);
    expect(after.told.full).to.be.at.least(90 * EVENTS - 5000);
    // The session that began, the page view and the receipt came.
    expect(after.held + (after.told.full ?? 0)).to.equal(before.held + 3);
  });

  it('tells of what room on a full disk cost, also when the page is killed right after it', async () => {
    const first = await visit();
    await fill(first, 20);
    const before = await ledgerOf(first.name);
    fillDisk();
    const killed = killAfter('dest');
    first.journey.track('page_viewed', {});
    await first.journey.flush();
    await killed;
    mend();
    const cost = before.held - (await ledgerOf(first.name)).held;
    expect(cost).to.be.at.least(20 * EVENTS - 500);
    await comeBack(first.name);
    expect((await ledgerOf(first.name)).told).to.deep.equal({ full: cost });
  });

  it('tells of room that was made once, and of none that a killed page did not come to make', async () => {
    const first = await visit();
    const { name, storage } = first;
    await fill(first, 2);
    storage.left.leave('lost', { off: 1, count: 9 });
    storage.left.leave('lost', { off: -1, count: 7 });
    const words = Object.entries(localStorage).filter(([key]) => key.startsWith(`${name}/left/lost`));
    await comeBack(name);
    expect((await ledgerOf(name)).told).to.deep.equal({ full: 7 });
    expect(storage.left.find('lost')).to.deep.equal([]);
    // As if the page had been killed before it took the words away.
    for (const [key, word] of words) localStorage[key] = word;
    await comeBack(name, 7_200_000);
    expect((await ledgerOf(name)).told).to.deep.equal({ full: 7 });
  });

  it('spares the next batch, which may have arrived: by room always, by age until a send failed', async () => {
    const first = await visit();
    const { name, storage } = first;
    await fill(first, 90);
    const [next] = (await logOf(name)).reduce<[number[], number]>(
      ([offs, sum], [off, { n }]) => (sum < EVENTS ? [[...offs, off], sum + n] : [offs, sum]),
      [[], 0],
    );
    const startOf = async (): Promise<number[]> =>
      (await logOf(name)).map(([off]) => off).slice(0, next.length);
    await comeBack(name);
    expect(await startOf()).to.deep.equal(next);
    expect((await logOf(name)).map(([off]) => off)).to.not.include(Math.max(...next) + 1);
    await comeBack(name, 8 * 86_400_000);
    expect(await startOf()).to.deep.equal(next);
    await storage.base.run(['dest'], 'readwrite', ({ dest }) => dest.put({ off: 0, i: 0, fails: 1 }, 'slow'));
    await comeBack(name, 9 * 86_400_000);
    expect((await logOf(name)).some(([off]) => next.includes(off))).to.equal(false);
  });
});
