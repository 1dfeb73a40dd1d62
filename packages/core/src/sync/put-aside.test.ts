import type { JourneyEvent } from '@regulars/schema';
import { expect } from 'chai';
import { createTestDestination, type TestDestination } from '../../../../test/support/destination.ts';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { killAfter, revive } from '../../../../test/support/killed-page.ts';
import { deliverTo } from './sync-engine.ts';
import type { SyncEngine } from './sync-port.ts';

describe('what a destination can never take', () => {
  const ends: (() => Promise<void>)[] = [];
  const limits = { maxEvents: 64, maxBytes: 99_999, maxEventBytes: 1000, maxAgeMs: 9e9 };
  const visit = async (
    name?: string,
    afterMs = 0,
  ): Promise<{ tab: TestJourney; backend: TestDestination; engine: SyncEngine }> => {
    const tab = startJourney(name);
    tab.clock.ms += afterMs;
    const backend = createTestDestination({ limits });
    const shared = { credentials: { customer: null }, random: () => 0.5, newId: () => crypto.randomUUID() };
    const ending = new AbortController();
    const engine = deliverTo([backend])({ ...tab, ...shared, key: 'k', signal: ending.signal });
    ends.push(async () => {
      ending.abort();
      await engine.stop();
      await tab.end();
    });
    tab.consent.set(everything);
    await tab.journey.ready();
    return { tab, backend, engine };
  };
  afterEach(async () => {
    revive();
    for (const end of ends.splice(0)) await end();
  });

  it('J35 is told by the next visit when the page is killed as it passes over it', async () => {
    const first = await visit();
    first.tab.journey.track('custom_recorded', { label: 'x'.repeat(2000) });
    await first.tab.journey.flush();
    const killed = killAfter('dead');
    await first.engine.send();
    await killed;
    revive();
    const next = await visit(first.tab.name, 3_600_000);
    next.tab.journey.track('page_viewed', {});
    await next.tab.journey.flush();
    await next.engine.send();
    const told = next.backend.batches
      .flatMap(({ events }) => events)
      .filter(({ name }) => name === 'events_lost');
    expect(told.map(({ props }) => props)).to.deep.equal([
      { reason: 'too-large', count: 1, destination: 'test' },
    ]);
  });

  it('is told with the reason of the verdict and the name of the destination, and a receipt that is refused by no other', async () => {
    const { tab, backend, engine } = await visit();
    tab.journey.track('custom_recorded', { label: 'poison' });
    await tab.journey.flush();
    const sent = (): readonly JourneyEvent[] => backend.batches.flatMap(({ events }) => events);
    const { send } = backend;
    const rejecting = async (...[batch, options]: Parameters<typeof send>): ReturnType<typeof send> => {
      await send(batch, options);
      const rejected = batch.events
        .filter(({ name }) => name === 'custom_recorded' || name === 'events_lost')
        .map(({ id }) => ({ id, reason: 'unreadable' }));
      return rejected[0] ? { type: 'partly', rejected } : { type: 'accepted' };
    };
    Object.assign(backend, { send: rejecting });
    for (let times = 0; times < 3; times++) {
      await engine.send();
      await tab.journey.flush();
    }
    const told = sent().filter(({ name }) => name === 'events_lost');
    expect(told.map(({ props }) => props)).to.deep.equal([
      { reason: 'unreadable', count: 1, destination: 'test' },
    ]);
    expect(tab.journey.waiting()).to.deep.equal([]);
  });
});
