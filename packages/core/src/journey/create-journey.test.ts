import { expect } from 'chai';
import {
  databaseExists,
  everything,
  startJourney,
  type TestJourney,
} from '../../../../test/support/journey.ts';

const view = (id: string) => ({ product: { id, category: 'hats', brand: 'Parapet' } });

describe('journey', () => {
  const running: TestJourney[] = [];
  const start = (name?: string): TestJourney => {
    const one = startJourney(name);
    running.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of running.splice(0)) await one.end();
  });

  it('stores nothing and opens no database while consent is pending or denied', async () => {
    const { journey, consent, name } = start();
    expect(journey.track('page_viewed', {})).to.equal(null);
    await journey.flush();
    consent.set([]);
    await journey.ready();
    expect(journey.track('product_viewed', view('a'))).to.equal(null);
    await journey.flush();
    expect(await databaseExists(name)).to.equal(false);
    expect(journey.profile().recent).to.deep.equal([]);
    expect(journey.session()).to.equal(null);
  });

  it('stores log, session and profile together and numbers the events of a session', async () => {
    const { journey, consent } = start();
    consent.set(everything);
    await journey.ready();
    journey.track('page_viewed', {});
    journey.track('product_viewed', view('a'));
    await journey.flush();
    const { events } = await journey.exportJourney();
    expect(events.map(({ name, seq }) => [name, seq])).to.deep.equal([
      ['session_started', 1],
      ['consent_changed', 2],
      ['page_viewed', 3],
      ['product_viewed', 4],
    ]);
    expect(new Set(events.map(({ sid }) => sid)).size).to.equal(1);
    expect(journey.session()).to.include({ number: 1, pages: 1, id: events[0]?.sid });
    expect(journey.sessionNumber()).to.equal(1);
    expect(journey.profile().recent[0]?.id).to.equal('a');
  });
});
