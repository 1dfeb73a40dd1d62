import { expect } from 'chai';
import { createTestDestination, type TestDestination } from '../../../../test/support/destination.ts';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { createId } from '../lib/id.ts';
import type { DeliveryPort } from './delivery-port.ts';
import { inspectLanes } from './inspect-lanes.ts';
import { deliverTo } from './sync-engine.ts';
import type { SyncEngine } from './sync-port.ts';

interface Sending {
  readonly tab: TestJourney;
  readonly engine: SyncEngine & { inspect(): ReturnType<typeof inspectLanes> };
  readonly backend: TestDestination;
  flush(): Promise<void>;
}

const small = { maxEvents: 2, maxBytes: 99_999, maxEventBytes: 30_000, maxAgeMs: 9e9 };
/** A wait of the destination's own making passes within it. */
const LONGEST_BACKOFF_MS = 300_000;

describe('delivery, scenario by scenario', () => {
  const running: Sending[] = [];
  const start = async (options: Partial<DeliveryPort> = {}, also: DeliveryPort[] = []): Promise<Sending> => {
    const tab = startJourney();
    const backend = createTestDestination(options);
    const { journey, consent, storage, problems, now, signal } = tab;
    // Never a back-off of nothing.
    const random = (): number => 0.5;
    const newId = (): string => createId(now(), Math.random);
    const shared = { journey, consent, storage, problems, now, signal, random, newId };
    const credentials = { customer: null };
    const sync = deliverTo([backend, ...also])({ ...shared, key: 'key', credentials });
    const engine = { ...sync, inspect: () => inspectLanes(sync.lanes(), shared) };
    const flush = async (): Promise<void> => {
      await journey.flush();
      await engine.send();
    };
    const sending = { tab, engine, backend, flush };
    running.push(sending);
    consent.set(everything);
    await journey.ready();
    await engine.send();
    return sending;
  };
  const track = ({ tab }: Sending, count: number, label = 'x'): void => {
    for (let i = 0; i < count; i++) tab.journey.track('custom_recorded', { label });
  };
  const stateOf = async ({ engine }: Sending) => (await engine.inspect())[0];
  const seqs = (backend: TestDestination): number[][] =>
    backend.batches.map(({ events }) => events.map(({ seq }) => seq));
  afterEach(async () => {
    for (const { tab, engine } of running.splice(0)) {
      const ended = tab.end();
      await engine.stop();
      await ended;
    }
  });

  it('J04 waits as long as a 429 orders, and sends no further batch of that flush', async () => {
    const sending = await start({ limits: small });
    sending.backend.answers.push({ type: 'retry', afterMs: 60_000 });
    track(sending, 6);
    await sending.flush();
    expect(sending.backend.batches).to.have.length(1);
    sending.tab.clock.ms += 59_000;
    await sending.flush();
    expect(sending.backend.batches).to.have.length(1);
    sending.tab.clock.ms += 1000;
    await sending.flush();
    expect(await stateOf(sending)).to.include({ queued: 0, fails: 0 });
  });

  it('J05 falls back to its own wait when no time is ordered', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry' }, { type: 'retry' });
    track(sending, 1);
    await sending.flush();
    expect(await stateOf(sending)).to.include({ state: 'waiting', nextAt: sending.tab.clock.ms + 500 });
    sending.tab.clock.ms += 500;
    await sending.flush();
    expect(await stateOf(sending)).to.include({ fails: 2, nextAt: sending.tab.clock.ms + 1000 });
  });

  it('J12 sends what waited offline at once when the line is back, and not twice when that is told twice', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry' });
    track(sending, 3);
    await sending.flush();
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await sending.engine.send();
    expect(sending.backend.batches).to.have.length(2);
    expect(await stateOf(sending)).to.include({ queued: 0 });
  });

  it('J13 sends nothing twice when a flush comes while another is under way', async () => {
    const sending = await start({ limits: small });
    track(sending, 5);
    await sending.tab.journey.flush();
    await Promise.all([sending.engine.send(), sending.engine.send(), sending.flush()]);
    const sent = seqs(sending.backend).flat();
    expect(new Set(sent).size).to.equal(sent.length);
  });

  it('J14 starts a batch only after the one before it is answered', async () => {
    let open = 0;
    let most = 0;
    const sending = await start({
      limits: small,
      async send() {
        most = Math.max(most, ++open);
        // A batch that did not wait would begin within a frame.
        await new Promise(requestAnimationFrame);
        open -= 1;
        return { type: 'accepted' };
      },
    });
    track(sending, 6);
    await sending.flush();
    expect(most).to.equal(1);
    expect(await stateOf(sending)).to.include({ queued: 0, sent: 8 });
  });

  it('J16 gives up the one event that is too large alone, and says so', async () => {
    const sending = await start({
      send: async ({ events }) =>
        events.some(({ props }) => (props as { label?: string }).label === 'huge')
          ? { type: 'too-large' }
          : { type: 'accepted' },
    });
    track(sending, 2);
    track(sending, 1, 'huge');
    track(sending, 2);
    await sending.flush();
    // The receipt follows.
    await sending.flush();
    expect(await stateOf(sending)).to.deep.include({ queued: 0, sent: 7, dropped: { 'too-large': 1 } });
  });

  it('J18 lets one destination throw without harm to another, also when the page goes', async () => {
    const fail = (): never => {
      throw new Error('mine');
    };
    const healthy = createTestDestination({ id: 'healthy' });
    const sending = await start({ send: fail, exit: fail }, [healthy]);
    track(sending, 2);
    await sending.flush();
    expect(healthy.accepted).to.have.length(4);
    const stored = new Promise((resolve) => sending.tab.journey.onStored(resolve));
    track(sending, 1);
    await sending.tab.journey.flush();
    await stored;
    await sending.engine.inspect();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(healthy.exits.flatMap(({ events }) => events)).to.have.length(1);
  });

  it('J25 hands over at most 48 KiB when the page goes, and keeps what does not fit', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry', afterMs: undefined });
    // Three bytes each: text is counted in bytes.
    track(sending, 30, '検'.repeat(1000));
    await sending.flush();
    const stored = new Promise((resolve) => sending.tab.journey.onStored(resolve));
    track(sending, 1);
    await sending.tab.journey.flush();
    await stored;
    await sending.engine.inspect();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const [body] = sending.backend.exits;
    expect(new Blob([JSON.stringify(body)]).size).to.be.within(30_000, 49_152);
    expect((await stateOf(sending))?.queued).to.equal(33);
  });

  it('J33 stops at a failure and begins again with the same batch', async () => {
    const sending = await start({ limits: small });
    sending.backend.answers.push({ type: 'accepted' }, { type: 'retry' });
    track(sending, 4);
    await sending.flush();
    expect(seqs(sending.backend)).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
    sending.tab.clock.ms += LONGEST_BACKOFF_MS;
    await sending.flush();
    expect(seqs(sending.backend).slice(2)).to.deep.equal([
      [3, 4],
      [5, 6],
    ]);
  });

  it('J34 says anew when it sends, with the same name for the same events', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry' });
    track(sending, 1);
    await sending.flush();
    sending.tab.clock.ms += LONGEST_BACKOFF_MS;
    await sending.flush();
    const [first, second] = sending.backend.batches;
    expect(second?.batchId).to.equal(first?.batchId);
    expect((second?.sentAt ?? 0) - (first?.sentAt ?? 0)).to.equal(LONGEST_BACKOFF_MS);
  });

  it('carries the token that the backend gave for this device, until the visitor is forgotten', async () => {
    const sending = await start();
    const { backend, tab } = sending;
    backend.answers.push({ type: 'accepted', visitorToken: 'mine' });
    track(sending, 1);
    await sending.flush();
    track(sending, 1);
    await sending.flush();
    expect(backend.batches.map(({ visitorToken }) => visitorToken)).to.deep.equal([undefined, 'mine']);
    await tab.journey.forget();
    track(sending, 1);
    await sending.flush();
    expect(backend.batches.at(-1)?.visitorToken).to.equal(undefined);
    expect(backend.batches.at(-1)?.anonymousId).to.not.equal(backend.batches[0]?.anonymousId);
  });

  it('J01 tries again with the same events under the same name, which is all that marks a repeat', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry' }, { type: 'retry' });
    track(sending, 2);
    for (let tries = 0; tries < 3; tries++) {
      await sending.flush();
      sending.tab.clock.ms += LONGEST_BACKOFF_MS;
    }
    const [first, ...again] = sending.backend.batches;
    expect(again).to.have.length(2);
    for (const { batchId, events } of again) {
      expect(batchId).to.equal(first?.batchId);
      expect(events).to.deep.equal(first?.events);
    }
    expect(Object.keys(first ?? {})).to.not.include('retryCount');
  });

  it('J09 gives an event up at its age limit, however often it was tried, and says so', async () => {
    const sending = await start({ limits: { ...small, maxAgeMs: 3_600_000 } });
    sending.backend.answers.push(...Array.from({ length: 4 }, () => ({ type: 'retry' }) as const));
    track(sending, 1, 'old');
    for (let tries = 0; tries < 4; tries++) {
      await sending.flush();
      sending.tab.clock.ms += 1_200_000;
    }
    await sending.flush();
    await sending.flush();
    const sent = sending.backend.batches.slice(4).flatMap(({ events }) => events);
    const receipts = sent.filter(({ name }) => name === 'events_lost').map(({ props }) => props);
    // A batch of two, and another.
    expect(receipts).to.deep.equal([
      { reason: 'expired', count: 2, destination: 'test' },
      { reason: 'expired', count: 1, destination: 'test' },
    ]);
    expect(sent.some(({ props }) => (props as { label?: string }).label === 'old')).to.equal(false);
    expect((await stateOf(sending))?.dropped).to.have.property('expired');
  });

  it('J22 keeps what the browser would not carry when the page went: the next page sends it', async () => {
    const sending = await start({ exit: () => false });
    track(sending, 2);
    await sending.tab.journey.flush();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect((await stateOf(sending))?.queued).to.be.at.least(2);
    await sending.flush();
    expect(sending.backend.accepted.length).to.be.at.least(2);
    expect((await stateOf(sending))?.queued).to.equal(0);
  });

  it('J23 hands over what fits and leaves the rest stored, in the order of the session', async () => {
    const sending = await start({ limits: { ...small, maxEvents: 64 } });
    sending.backend.answers.push({ type: 'retry' });
    for (let i = 0; i < 12; i++)
      sending.tab.journey.track('custom_recorded', {
        label: 'x',
        values: { a: 'y'.repeat(480), b: 'y'.repeat(480), c: 'y'.repeat(8000).slice(0, 500) },
      });
    for (let i = 0; i < 60; i++) track(sending, 1, `${'z'.repeat(190)}${i}`);
    await sending.flush();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const bodies = sending.backend.exits;
    for (const body of bodies) {
      expect(new Blob([JSON.stringify(body)]).size).to.be.at.most(49_152);
      const order = body.events.map(({ seq }) => seq);
      expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    }
    expect((await stateOf(sending))?.queued).to.be.at.least(72);
  });
});
