import type { JourneyEvent } from '@regulars/schema';
import { expect } from 'chai';
import { createTestDestination, type TestDestination } from '../../../../test/support/destination.ts';
import {
  databaseExists,
  everything,
  startJourney,
  type TestJourney,
} from '../../../../test/support/journey.ts';
import { until } from '../../../../test/support/until.ts';
import { foldProfile } from '../rules/fold-profile.ts';
import { emptyProfile } from '../rules/profile.ts';
import { deliverTo } from './sync-engine.ts';
import type { SyncEngine } from './sync-port.ts';

const { transaction } = IDBDatabase.prototype;
const view = (id: string) => ({ product: { id, category: 'hats' } });

describe('memory that stands in for the database', () => {
  let tab: TestJourney;
  let ending: AbortController;
  const begin = () => {
    ending = new AbortController();
    tab = startJourney();
    const backend = createTestDestination();
    const shared = { credentials: { customer: null }, random: () => 0.5, newId: () => crypto.randomUUID() };
    const engine = deliverTo([backend])({ ...tab, ...shared, key: 'k', signal: ending.signal });
    return { backend, engine };
  };
  const breakDown = (): void => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    };
  };
  const mend = (): void => {
    IDBDatabase.prototype.transaction = transaction;
  };
  const see = async (id: string): Promise<void> => {
    tab.clock.ms += 1000;
    tab.journey.track('product_viewed', view(id));
    await tab.journey.flush();
  };
  const down = ({ answers }: TestDestination): void => {
    answers.push(...Array.from({ length: 50 }, () => ({ type: 'retry' as const })));
  };
  /** The backend is up; a try that its own timer began before is over, and its wait passes. */
  const sendAll = async ({ answers }: TestDestination, { send }: SyncEngine): Promise<void> => {
    answers.length = 0;
    await send();
    tab.clock.ms += 3_600_000;
    await send();
  };
  const look = (): boolean => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  const seen = (events: readonly JourneyEvent[]): (string | undefined)[] =>
    events.flatMap(({ name, props }) =>
      name === 'product_viewed' ? (props as { product: { id: string } }).product.id : [],
    );
  afterEach(async () => {
    mend();
    ending.abort();
    await tab.end();
  });

  it('goes into the database when the page is looked at anew: log, session, profile and caps, each event once', async () => {
    const { backend, engine } = begin();
    down(backend);
    tab.consent.set(everything);
    await tab.journey.ready();
    await see('a');
    breakDown();
    await see('b');
    await see('c');
    await tab.storage.base.run(['feature'], 'readwrite', ({ feature }) => feature.put(1, 'functional/cap'));
    expect(tab.storage.mode()).to.equal('memory');
    // Refused still: it stays.
    look();
    await see('d');
    expect(tab.storage.mode()).to.equal('memory');
    mend();
    look();
    await until(() => tab.storage.mode() === 'idb');
    await see('e');
    const { events, stores } = await tab.journey.exportJourney();
    expect(seen(events)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect(events.map(({ seq }) => seq)).to.deep.equal(events.map((_, at) => at + 1));
    expect(new Set(events.map(({ sid }) => sid)).size).to.equal(1);
    expect(stores.profile?.[0]?.[1]).to.deep.equal(events.reduce(foldProfile, emptyProfile));
    expect(stores.feature).to.deep.equal([['functional/cap', 1]]);
    expect(tab.journey.sessionNumber()).to.equal(1);
    await sendAll(backend, engine);
    expect(backend.accepted).to.deep.equal(events.map(({ id }) => id));
    expect(tab.problems.list().map(({ code }) => code)).to.include('storage-refused');
    await engine.stop();
  });

  it('keeps back what was delivered from memory', async () => {
    const { backend, engine } = begin();
    tab.consent.set(everything);
    await tab.journey.ready();
    breakDown();
    await see('a');
    await engine.send();
    down(backend);
    await see('b');
    mend();
    look();
    await until(() => tab.storage.mode() === 'idb');
    expect(seen((await tab.journey.exportJourney()).events)).to.deep.equal(['b']);
    expect(tab.journey.profile().products).to.have.all.keys('a', 'b');
    const before = backend.batches.flatMap(({ events }) => seen(events));
    await sendAll(backend, engine);
    const after = backend.batches.flatMap(({ events }) => seen(events)).slice(before.length);
    expect(after).to.deep.equal(['b']);
    await engine.stop();
  });

  it('makes no database of what was withdrawn meanwhile', async () => {
    begin();
    tab.consent.set(everything);
    await tab.journey.ready();
    await see('a');
    breakDown();
    await see('b');
    tab.consent.set([]);
    await tab.journey.ready();
    mend();
    expect(await databaseExists(tab.name)).to.equal(false);
    look();
    await until(() => tab.storage.base.mode() !== 'memory');
    expect(await databaseExists(tab.name)).to.equal(false);
  });
});
