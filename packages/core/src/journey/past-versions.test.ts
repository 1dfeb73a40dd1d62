import { expect } from 'chai';
import {
  type PastDatabase,
  pastAttention,
  pastJourneys,
} from '../../../../test/support/databases/past-versions-table.ts';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { createProblemSink } from '../errors/create-problem-sink.ts';
import { openReservations } from '../storage/open-reservations.ts';

/** Makes a database as it was left, without a line of ours. */
async function leaveBehind(name: string, { version, stores }: PastDatabase): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const store of Object.keys(stores)) request.result.createObjectStore(store, { autoIncrement: true });
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  const { result: db } = request;
  const tx = db.transaction(Object.keys(stores), 'readwrite');
  for (const [store, rows] of Object.entries(stores))
    for (const [key, value] of rows) tx.objectStore(store).put(value, key);
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
  });
  db.close();
}

const versionOf = async (name: string): Promise<number | undefined> =>
  (await indexedDB.databases()).find((one) => one.name === name)?.version;

describe('databases of past versions', () => {
  const running: TestJourney[] = [];
  const begin = async (name?: string): Promise<TestJourney> => {
    const one = startJourney(name);
    running.push(one);
    one.consent.set(everything);
    await one.journey.ready();
    return one;
  };
  afterEach(async () => {
    for (const one of running.splice(0)) await one.end();
  });

  it('has a fixture of each version up to today’s', async () => {
    const today = await begin();
    today.journey.track('page_viewed', {});
    await today.journey.flush();
    const current = (await versionOf(today.name)) ?? 0;
    const numbers = Array.from({ length: current }, (_, at) => at + 1);
    for (const past of [pastJourneys, pastAttention])
      expect([...new Set(past.map(({ version }) => version))]).to.deep.equal(numbers);
  });

  for (const past of pastJourneys)
    it(`opens version ${past.version}, ${past.of}: visitor, session, profile and log go on`, async () => {
      const name = `regulars/${crypto.randomUUID()}`;
      await leaveBehind(name, past);
      const { journey, storage, problems } = await begin(name);
      expect(journey.anonymousId()).to.equal('visitor-1');
      expect(journey.session()).to.include({ number: 3, pages: 1 });
      expect(journey.sessionNumber()).to.equal(3);
      journey.track('product_viewed', { product: { id: 'cap', category: 'hats' } });
      await journey.flush();
      const { recent, cart, orders } = journey.profile();
      expect(recent.map(({ id }) => id)).to.deep.equal(['cap', 'hat']);
      expect(cart).to.deep.equal({ hat: 1 });
      expect(orders.count).to.equal(2);
      const { events, stores } = await journey.exportJourney();
      expect(events.map(({ seq, name: what }) => `${seq} ${what}`)).to.deep.equal([
        '1 session_started',
        '2 page_viewed',
        '3 product_viewed',
        '4 product_viewed',
      ]);
      expect(new Set(events.map(({ sid }) => sid)).size).to.equal(1);
      for (const store of ['dest', 'dead'])
        expect(stores[store]?.length ?? 0, store).to.equal(past.stores[store]?.length);
      expect(storage.mode()).to.equal('idb');
      expect(problems.list()).to.deep.equal([]);
    });

  for (const past of pastAttention)
    it(`opens the attention database of version ${past.version}, ${past.of}`, async () => {
      const name = `regulars-attention-${crypto.randomUUID()}`;
      await leaveBehind(name, past);
      const rows = openReservations({ name, problems: createProblemSink(() => {}) });
      const found = await rows.update((all) => [{}, all]);
      expect(found).to.deep.equal(Object.fromEntries(past.stores.reservation ?? []));
      expect(rows.mode()).to.equal('idb');
      rows.close();
      indexedDB.deleteDatabase(name);
    });
});
