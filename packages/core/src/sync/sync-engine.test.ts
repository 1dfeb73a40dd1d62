import { expect } from 'chai';
import { createTestDestination, type TestDestination } from '../../../../test/support/destination.ts';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import type { DeliveryPort } from './delivery-port.ts';
import { createSyncEngine } from './sync-engine.ts';
import type { SyncEngine } from './sync-port.ts';

interface Sending {
  readonly tab: TestJourney;
  readonly engine: SyncEngine;
  readonly backend: TestDestination;
}

describe('sync engine', () => {
  const running: Sending[] = [];
  const start = async (options: Partial<DeliveryPort> = {}, name?: string): Promise<Sending> => {
    const tab = startJourney(name);
    const backend = createTestDestination(options);
    const engine = createSyncEngine({
      key: 'test-key',
      destinations: [backend],
      storage: tab.storage,
      journey: tab.journey,
      consent: tab.consent,
      problems: tab.problems,
      now: tab.now,
      random: () => 0.5,
    });
    running.push({ tab, engine, backend });
    tab.consent.set(everything);
    await tab.journey.ready();
    await engine.idle();
    return { tab, engine, backend };
  };
  const pages = ({ tab }: Sending, count: number): void => {
    for (let i = 0; i < count; i++) tab.journey.track('page_viewed', { pageType: `p${i}` });
  };
  afterEach(async () => {
    for (const { engine } of running) await engine.stop();
    for (const { tab } of running.splice(0)) await tab.end();
  });

  it('delivers every stored event once, in the order of the session', async () => {
    const sending = await start({
      limits: { maxEvents: 3, maxBytes: 99_999, maxEventBytes: 9999, maxAgeMs: 9e9 },
    });
    pages(sending, 8);
    await sending.engine.flush();
    const sent = sending.backend.batches.flatMap(({ events }) => events);
    expect(sent.map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sending.backend.batches.map(({ events }) => events.length)).to.deep.equal([3, 3, 3, 1]);
    const [state] = await sending.engine.inspect();
    expect(state).to.include({ state: 'idle', queued: 0, sent: 10 });
  });

  it('keeps its place and waits as the server orders, also after a reload', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry', afterMs: 60_000 });
    pages(sending, 1);
    await sending.engine.flush();
    await sending.engine.flush();
    expect(sending.backend.batches).to.have.length(1);
    const second = await start({}, sending.tab.name);
    await second.engine.flush();
    expect(second.backend.batches).to.have.length(0);
    second.tab.clock.ms += 60_000;
    await second.engine.flush();
    expect(second.backend.batches[0]?.batchId).to.equal(sending.backend.batches[0]?.batchId);
    expect((await second.engine.inspect())[0]).to.include({ queued: 0 });
  });

  it('puts rejected events aside with the verdict and goes on', async () => {
    const sending = await start();
    const { tab, backend, engine } = sending;
    const bad = tab.journey.track('custom_recorded', { label: 'bad' }) ?? '';
    backend.answers.push({ type: 'partly', rejected: [{ id: bad, reason: 'label unknown' }] });
    await engine.flush();
    const { stores } = await tab.journey.exportJourney();
    expect(stores.dead?.[0]?.[1]).to.deep.include({ reason: 'label unknown' });
    expect((await engine.inspect())[0]).to.deep.include({
      dropped: { 'label unknown': 1 },
      queued: 0,
      sent: 2,
    });
  });

  it('halves a batch that is too large until the one event is found', async () => {
    const sending = await start();
    const { backend, engine } = sending;
    backend.answers.push({ type: 'too-large' }, { type: 'too-large' });
    pages(sending, 2);
    await engine.flush();
    expect(backend.batches.map(({ events }) => events.length)).to.deep.equal([4, 2, 1, 1, 1, 1]);
    expect(backend.accepted).to.have.length(4);
  });

  it('survives an adapter that throws', async () => {
    const sending = await start();
    const { backend, engine, tab } = sending;
    backend.answers.push(new Error('boom'));
    pages(sending, 1);
    await engine.flush();
    expect(tab.problems.list().map(({ code }) => code)).to.deep.equal(['adapter-threw']);
    tab.clock.ms += 300_000;
    await engine.flush();
    expect(backend.accepted).to.have.length(3);
  });
});
