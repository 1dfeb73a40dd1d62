import { expect } from 'chai';
import { createTestDestination, type TestDestination } from '../../../../test/support/destination.ts';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { until } from '../../../../test/support/until.ts';
import { secureChance } from '../lib/clock.ts';
import { createId } from '../lib/id.ts';
import { noteLost } from '../storage/lost-notes.ts';
import type { DeliveryPort, SendOutcome } from './delivery-port.ts';
import { inspectLanes } from './inspect-lanes.ts';
import { deliverTo } from './sync-engine.ts';
import type { SyncEngine } from './sync-port.ts';

interface Sending {
  readonly tab: TestJourney;
  readonly engine: SyncEngine & { flush(): Promise<void>; inspect(): ReturnType<typeof inspectLanes> };
  readonly backend: TestDestination;
}

describe('sync engine', () => {
  const running: Sending[] = [];
  const start = async (options: Partial<DeliveryPort> = {}, name?: string): Promise<Sending> => {
    const tab = startJourney(name);
    const backend = createTestDestination(options);
    const ending = new AbortController();
    const sync = deliverTo([backend])({
      key: 'test-key',
      credentials: { customer: null },
      storage: tab.storage,
      journey: tab.journey,
      consent: tab.consent,
      problems: tab.problems,
      now: tab.now,
      random: () => 0.25 + secureChance() / 2,
      newId: () => createId(tab.now(), secureChance),
      signal: ending.signal,
    });
    const flush = async (): Promise<void> => {
      await tab.journey.flush();
      await sync.send();
    };
    const stop = (): Promise<void> => {
      ending.abort();
      return sync.stop();
    };
    const inspect = () => inspectLanes(sync.lanes(), tab);
    const engine = { ...sync, flush, stop, inspect };
    running.push({ tab, engine, backend });
    tab.consent.set(everything);
    await tab.journey.ready();
    await engine.send();
    return { tab, engine, backend };
  };
  const pages = ({ tab }: Sending, count: number): void => {
    for (let i = 0; i < count; i++) tab.journey.track('page_viewed', { pageType: `p${i}` });
  };
  afterEach(async () => {
    for (const { engine } of running) await engine.stop();
    for (const { tab } of running.splice(0)) await tab.end();
  });

  it('J36 delivers every stored event once, in the order of the session', async () => {
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

  it('J15 puts rejected events aside with the verdict and goes on', async () => {
    const sending = await start();
    const { tab, backend, engine } = sending;
    const bad = tab.journey.track('custom_recorded', { label: 'bad' }) ?? '';
    backend.answers.push({ type: 'partly', rejected: [{ id: bad, reason: 'label unknown' }] });
    await engine.flush();
    // The receipt follows.
    await engine.flush();
    const { stores } = await tab.journey.exportJourney();
    expect(stores.dead?.[0]?.[1]).to.deep.include({ reason: 'label unknown' });
    expect((await engine.inspect())[0]).to.deep.include({
      dropped: { 'label unknown': 1 },
      queued: 0,
      sent: 3,
    });
  });

  it('tells of an event that a sweep took as dropped, with the reason of the receipt', async () => {
    const sending = await start();
    const { tab, engine, backend } = sending;
    await engine.flush();
    const wayOf = async (id: string | null): Promise<object | undefined> =>
      (await engine.inspect())[0]?.ways[id ?? ''];
    const track = (label: string): string | null => tab.journey.track('custom_recorded', { label });
    const taken = track('taken');
    await engine.flush();
    backend.answers.push({ type: 'retry', afterMs: 9_000_000 });
    const lost = track('lost');
    expect(await wayOf(lost)).to.equal(undefined);
    await engine.flush();
    expect(await wayOf(taken)).to.deep.equal({ step: 'acknowledged' });
    expect(await wayOf(lost)).to.deep.equal({ step: 'queued' });
    // A refusing destination keeps nothing beyond its age.
    tab.clock.ms += 8 * 86_400_000;
    await tab.journey.flush();
    tab.journey.sweep();
    await tab.journey.flush();
    expect(await wayOf(lost)).to.deep.equal({ step: 'dropped', reason: 'expired' });
    expect(await wayOf(taken)).to.deep.equal({ step: 'acknowledged' });
    // Told once: a later receipt is not its own.
    expect(await wayOf(lost)).to.deep.equal({ step: 'dropped', reason: 'expired' });
  });

  it('tells what a full disk, an erasure and a withdrawal took as dropped, and why', async () => {
    const { tab, engine, backend } = await start();
    backend.answers.push({ type: 'pause', reason: 'key-unknown' });
    const wayOf = async (id: string | null): Promise<object | undefined> =>
      (await engine.inspect())[0]?.ways[id ?? ''];
    const track = async (): Promise<string | null> => {
      const id = tab.journey.track('custom_recorded', { label: 'one' });
      await engine.flush();
      expect(await wayOf(id)).to.deep.equal({ step: 'queued' });
      return id;
    };
    const full = await track();
    await tab.storage.base.run(['log'], 'readwrite', ({ log }) => log.delete({}));
    expect(await wayOf(full)).to.deep.equal({ step: 'dropped', reason: 'evicted' });
    await tab.storage.base.run(['kv'], 'readwrite', ({ kv }) => noteLost(kv, { full: 1 }));
    tab.journey.sweep();
    await tab.journey.flush();
    expect(await wayOf(full)).to.deep.equal({ step: 'dropped', reason: 'full' });
    const erased = await track();
    await tab.journey.forget();
    expect(await wayOf(erased)).to.deep.equal({ step: 'dropped', reason: 'erased' });
    expect(await wayOf(full)).to.deep.equal({ step: 'dropped', reason: 'full' });
    backend.answers.push({ type: 'pause', reason: 'key-unknown' });
    const withdrawn = await track();
    tab.consent.set([]);
    expect(await wayOf(withdrawn)).to.deep.equal({ step: 'dropped', reason: 'withdrawn' });
  });

  it('halves a batch that is too large until the one event is found', async () => {
    const sending = await start();
    const { backend, engine } = sending;
    backend.answers.push({ type: 'too-large' }, { type: 'too-large' });
    pages(sending, 2);
    await engine.flush();
    expect(backend.batches.map(({ events }) => events.length)).to.deep.equal([4, 2, 1, 3]);
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

  it('J24 hands the head of the log to the browser when the page goes, and confirms nothing', async () => {
    const sending = await start();
    const { tab, backend, engine } = sending;
    const stored = new Promise((resolve) => tab.journey.onStored(resolve));
    pages(sending, 2);
    await tab.journey.flush();
    await stored;
    await engine.inspect();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(backend.exits.map(({ events }) => events.map(({ seq }) => seq))).to.deep.equal([[1, 2, 3, 4]]);
    expect((await engine.inspect())[0]).to.include({ queued: 4, sent: 0 });
    await engine.flush();
    expect(backend.accepted).to.have.length(4);
  });

  it('counts an exit as delivered where a repeat would count twice', async () => {
    const sending = await start({ idempotent: 'none' });
    const { tab, backend, engine } = sending;
    pages(sending, 1);
    await tab.journey.flush();
    await engine.inspect();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await engine.flush();
    expect(backend.exits).to.have.length(1);
    expect(backend.batches).to.have.length(0);
    expect((await engine.inspect())[0]).to.include({ queued: 0, sent: 3 });
  });

  it('J27 lets one of two tabs send, and neither twice', async () => {
    const one = await start();
    const two = await start({}, one.tab.name);
    pages(one, 3);
    pages(two, 3);
    await Promise.all([one.tab.journey.flush(), two.tab.journey.flush()]);
    await Promise.all([one.engine.flush(), two.engine.flush()]);
    const sent = [...one.backend.batches, ...two.backend.batches].flatMap(({ events }) => events);
    expect(sent.map(({ seq }) => seq).sort((a, b) => a - b)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gives two devices with the same events different batch ids', async () => {
    const ids = [];
    for (const sending of [await start(), await start()]) {
      pages(sending, 1);
      await sending.engine.flush();
      ids.push(sending.backend.batches[0]?.batchId);
    }
    expect(ids[0]).to.not.equal(ids[1]);
  });

  it('J26 takes over a lease whose tab died, and one that reaches too far ahead', async () => {
    const one = await start({ send: () => new Promise(() => {}) });
    pages(one, 1);
    await one.tab.journey.flush();
    void one.engine.flush();
    while ((await one.engine.inspect())[0]?.state !== 'sending') await one.tab.journey.flush();
    const two = await start({}, one.tab.name);
    await two.engine.flush();
    expect(two.backend.batches).to.have.length(0);
    two.tab.clock.ms += 20_000;
    await two.engine.flush();
    expect(two.backend.accepted).to.have.length(3);
    pages(two, 1);
    await two.tab.storage.base.run(['dest'], 'readwrite', async ({ dest }) => {
      const row = await dest.get<object>('test');
      await dest.put(
        { ...row, token: 'other', until: two.tab.clock.ms + 9e9, nextAt: two.tab.clock.ms + 9e9 },
        'test',
      );
    });
    await two.engine.flush();
    expect(two.backend.accepted).to.have.length(4);
  });

  it('J17 pauses a destination that refuses the key, and says why', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'pause', reason: 'key-unknown' });
    pages(sending, 1);
    await sending.engine.flush();
    window.dispatchEvent(new Event('online'));
    await sending.engine.flush();
    expect(sending.backend.batches).to.have.length(1);
    const [state] = await sending.engine.inspect();
    expect(state).to.include({ state: 'paused', reason: 'key-unknown', queued: 3 });
  });

  it('tries at once when the network is back', async () => {
    const sending = await start();
    sending.backend.answers.push({ type: 'retry' });
    pages(sending, 1);
    await sending.engine.flush();
    expect((await sending.engine.inspect())[0]).to.include({ state: 'waiting', fails: 1 });
    window.dispatchEvent(new Event('online'));
    await sending.engine.send();
    expect(sending.backend.accepted).to.have.length(3);
  });

  it('J35 gives a receipt for what a destination can never take', async () => {
    const sending = await start({
      limits: { maxEvents: 64, maxBytes: 99_999, maxEventBytes: 1000, maxAgeMs: 9e9 },
    });
    sending.tab.journey.track('custom_recorded', { label: 'x'.repeat(2000) });
    await sending.engine.flush();
    await sending.engine.flush();
    const lost = sending.backend.batches
      .flatMap(({ events }) => events)
      .find(({ name }) => name === 'events_lost');
    expect(lost?.props).to.deep.equal({ reason: 'too-large', count: 1, destination: 'test' });
    expect((await sending.engine.inspect())[0]?.dropped).to.deep.equal({ 'too-large': 1 });
  });

  it('tells of each event how far it is: queued, sending, acknowledged, dropped and why', async () => {
    const answers: ((outcome: SendOutcome) => void)[] = [];
    let asked = (): void => {};
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        asked = resolve;
      });
    const first = next();
    const { tab, engine } = await start({
      limits: { maxEvents: 2, maxBytes: 99_999, maxEventBytes: 9999, maxAgeMs: 9e9 },
      send: () =>
        new Promise((resolve) => {
          // The receipt that follows is taken at once.
          if (answers.length === 2) resolve({ type: 'accepted' });
          else answers.push(resolve);
          asked();
        }),
    });
    // After the session's start and its consent, which fill the first batch.
    const ids = ['a', 'b'].map((label) => String(tab.journey.track('custom_recorded', { label })));
    const stepsOf = async (): Promise<unknown[]> => {
      const [told] = await engine.inspect();
      return ids.map((id) => told?.ways[id]);
    };
    const done = engine.flush();
    await first;
    expect(await stepsOf()).to.deep.equal([{ step: 'queued' }, { step: 'queued' }]);
    const second = next();
    answers[0]?.({ type: 'accepted' });
    await second;
    expect(await stepsOf()).to.deep.equal([{ step: 'sending' }, { step: 'sending' }]);
    answers[1]?.({ type: 'partly', rejected: [{ id: ids[1] ?? '', reason: 'label unknown' }] });
    await done;
    expect(await stepsOf()).to.deep.equal([
      { step: 'acknowledged' },
      { step: 'dropped', reason: 'label unknown' },
    ]);
  });

  it('aborts what is on its way when consent is withdrawn, and sends nothing more', async () => {
    let aborted = false;
    let started = (): void => {};
    const sending = await start({
      send: (_batch, { signal }) =>
        new Promise((resolve) => {
          started();
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve({ type: 'retry' });
          });
        }),
    });
    pages(sending, 1);
    await sending.tab.journey.flush();
    const flushed = sending.engine.flush();
    await new Promise<void>((resolve) => {
      started = resolve;
    });
    sending.tab.consent.set(['functional']);
    await flushed;
    expect(aborted).to.equal(true);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(sending.backend.exits).to.deep.equal([]);
  });

  it('sends nothing when consent is withdrawn while the batch is read', async () => {
    const sending = await start();
    pages(sending, 1);
    await sending.tab.journey.flush();
    const flushed = sending.engine.flush();
    sending.tab.consent.set(['functional']);
    await flushed;
    await sending.tab.journey.ready();
    expect(sending.backend.batches).to.deep.equal([]);
  });

  it('goes on when consent is given again', async () => {
    const sending = await start();
    sending.tab.consent.set(['functional']);
    await sending.tab.journey.ready();
    await sending.engine.flush();
    sending.tab.consent.set(everything);
    await sending.tab.journey.ready();
    pages(sending, 1);
    await sending.engine.flush();
    expect(sending.backend.batches.flatMap(({ events }) => events).map(({ name }) => name)).to.include(
      'page_viewed',
    );
    expect((await sending.engine.inspect())[0]).to.include({ state: 'idle', queued: 0 });
  });

  it('leaves no lease behind after stop', async () => {
    const one = await start({ send: () => new Promise(() => {}) });
    pages(one, 1);
    await one.tab.journey.flush();
    void one.engine.flush();
    while ((await one.engine.inspect())[0]?.state !== 'sending') await one.tab.journey.flush();
    await one.engine.stop();
    const two = await start({}, one.tab.name);
    await two.engine.flush();
    expect(two.backend.accepted).to.have.length(3);
  });

  describe('a page that goes with a send under way', () => {
    /** A send that never ends, as when the page goes before the answer. */
    const startSending = async (): Promise<Sending> => {
      let begun = (): void => {};
      const sends = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const hanging: Partial<DeliveryPort> = {
        send: () => {
          begun();
          return new Promise(() => {});
        },
      };
      const one = await start(hanging);
      pages(one, 1);
      await one.tab.journey.flush();
      void one.engine.flush();
      await sends;
      return one;
    };
    const hide = (persisted = false): void => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
    };

    it('leaves its lease to the next page, which sends at once', async () => {
      const one = await startSending();
      hide();
      // On its way to the back-forward cache it is frozen too: its word must stay.
      document.dispatchEvent(new Event('freeze'));
      const two = await start({}, one.tab.name);
      await two.engine.flush();
      expect(two.backend.accepted).to.have.length(3);
      expect(two.backend.batches.flatMap(({ events }) => events)).to.have.length(3);
      expect(one.tab.storage.left.find('')).to.deep.equal([]);
    });

    it('leaves its lease also when its send was cut off just before', async () => {
      let cut = (_outcome: { type: 'retry' }): void => {};
      const one = await start({
        send: () =>
          new Promise((resolve) => {
            cut = resolve;
          }),
      });
      pages(one, 1);
      await one.tab.journey.flush();
      void one.engine.flush();
      while ((await one.engine.inspect())[0]?.state !== 'sending') await one.tab.journey.flush();
      await one.tab.storage.base.run(['dest'], 'readonly', ({ dest }) => dest.get('test'));
      // The page dies within what the answer starts: of all that, only the word is left.
      const { run } = one.tab.storage.base;
      Object.assign(one.tab.storage.base, { run: () => new Promise(() => {}) });
      cut({ type: 'retry' });
      await Promise.resolve();
      hide();
      Object.assign(one.tab.storage.base, { run });
      const two = await start({}, one.tab.name);
      await two.engine.flush();
      expect(two.backend.accepted).to.have.length(3);
    });

    it('frees what it held, and not what another tab holds', async () => {
      const one = await startSending();
      hide();
      const holds = new Promise<void>((resolve) => {
        const send = (): Promise<never> => {
          resolve();
          return new Promise(() => {});
        };
        void start({ send }, one.tab.name);
      });
      await holds;
      const next = await start({}, one.tab.name);
      await next.engine.flush();
      expect(next.backend.batches).to.deep.equal([]);
    });

    it('counts a late answer for nothing when it comes back and the lease has gone on', async () => {
      let answer = (_outcome: { type: 'accepted' }): void => {};
      const one = await start({
        send: () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      });
      pages(one, 1);
      await one.tab.journey.flush();
      const flushed = one.engine.flush();
      while ((await one.engine.inspect())[0]?.state !== 'sending') await one.tab.journey.flush();
      await one.tab.storage.base.run(['dest'], 'readonly', ({ dest }) => dest.get('test'));
      hide(true);
      const two = await start({}, one.tab.name);
      pages(two, 1);
      await two.engine.flush();
      expect(two.backend.accepted).to.have.length(4);
      answer({ type: 'accepted' });
      await flushed;
      expect((await two.engine.inspect())[0]).to.include({ queued: 0, sent: 4 });
    });

    it('looks again within a second where another tab sends, and takes nothing from it', async () => {
      const one = await startSending();
      const two = await start({}, one.tab.name);
      await two.engine.flush();
      expect(two.backend.batches).to.deep.equal([]);
      hide();
      // The timer of the second page, not a flush, finds the word that the first one left.
      await until(async () => (await two.engine.inspect())[0]?.queued === 0);
      expect(two.backend.accepted).to.have.length(3);
    });
  });
});
