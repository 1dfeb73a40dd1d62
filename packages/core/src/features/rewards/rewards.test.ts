import type { ActionPort, ShopBridge } from '@regulars/core';
import type { Action, ActionOutcome } from '@regulars/schema';
import { expect } from 'chai';
import {
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { rewards } from './rewards.ts';

const document = {
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  pools: {
    'thank-you': {
      rulesUrl: '/rules/thank-you',
      prizes: [
        { label: { en: '10 %' }, oddsBp: 4000 },
        { label: { en: 'Nothing' }, oddsBp: 6000 },
      ],
    },
  },
  campaigns: [
    {
      id: 'thank-you-wheel',
      status: 'live',
      trigger: { on: 'page' },
      placement: { slot: 'order-wheel' },
      widget: { type: 'wheel', props: { draw: 'thank-you', showOdds: true, rulesUrl: '/rules/thank-you' } },
      content: { en: { title: 'Spin' } },
    },
    {
      id: 'points-wallet',
      status: 'live',
      trigger: { on: 'page' },
      placement: { slot: 'account-wallet' },
      widget: { type: 'wallet', props: {} },
      content: { en: { title: 'Points' } },
    },
  ],
};

/** A backend that keeps one prize per play key and answers what the test tells it to. */
function createBackend() {
  const asked: Action[] = [];
  const plays = new Map<string, number>();
  let broken: 'offline' | 'token-expired' | null = null;
  const answer = (action: Action): unknown => {
    asked.push(action);
    if (broken === 'offline') return { ok: false, reason: 'offline' };
    if (action.type === 'draw') {
      plays.set(action.playKey, plays.get(action.playKey) ?? plays.size);
      const prizeIndex = plays.get(action.playKey);
      const claimToken = `token-${asked.length}`;
      return {
        ok: true,
        now: 0,
        result: { playId: action.playKey, prizeIndex, label: '10 %', win: true, claimToken },
      };
    }
    if (action.type === 'claim') {
      if (broken === 'token-expired') {
        broken = null;
        return { ok: false, reason: 'token-expired' };
      }
      return { ok: true, now: 0, result: { playId: 'p', kind: 'coupon', code: 'CAP-10' } };
    }
    if (action.type === 'visitor-ref') return { ok: true, now: 0, result: { visitorRef: 'signed' } };
    return { ok: true, now: 0, result: { wallet: { points: 40, pending: 0, entries: [] } } };
  };
  const port: ActionPort = {
    perform: async <A extends Action>(action: A) => answer(action) as ActionOutcome<A['type']>,
  };
  return {
    port,
    asked,
    breakBy: (how: typeof broken) => {
      broken = how;
    },
  };
}

describe('rewards', () => {
  const running: TestEngine[] = [];
  const start = async (device: TestDevice, backend = createBackend(), shop?: ShopBridge) => {
    const engine = startEngine(device, document, { actions: backend.port, parts: [rewards()], shop });
    running.push(engine);
    for (const slot of ['order-wheel', 'account-wallet']) engine.host.subscribe(slot, () => {});
    engine.setConsent(['functional', 'analytics', 'personalization']);
    engine.page();
    await engine.idle();
    return { engine, backend };
  };
  const wheelOf = (engine: TestEngine) => engine.host.read('order-wheel');
  const act = (engine: TestEngine, what: 'draw' | 'claim') => {
    engine.host.report({ type: 'game', campaignId: 'thank-you-wheel', act: what });
    return engine.idle();
  };
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('draws with a stored key, and finds the same prize after a page load', async () => {
    const device = newDevice();
    const { engine, backend } = await start(device);
    expect(wheelOf(engine), JSON.stringify(engine.inspect().campaigns)).to.include({
      type: 'wheel',
      state: 'idle',
    });
    await act(engine, 'draw');
    expect(wheelOf(engine)).to.include({ state: 'drawn', prizeIndex: 0, win: true });
    await engine.stop();
    const next = await start(device, backend);
    expect(wheelOf(next.engine)).to.include({ state: 'drawn', prizeIndex: 0 });
    expect(wheelOf(next.engine)).not.to.have.property('code');
    await act(next.engine, 'claim');
    expect(wheelOf(next.engine)).to.include({ state: 'claimed', code: 'CAP-10' });
    expect(backend.asked.filter(({ type }) => type === 'draw')).to.have.length(1);
  });

  it('W41 keeps the key of a draw whose answer was lost and finds its prize after the next load', async () => {
    const device = newDevice();
    const backend = createBackend();
    backend.breakBy('offline');
    const { engine } = await start(device, backend);
    await act(engine, 'draw');
    expect(wheelOf(engine)).to.include({ state: 'offline', reason: 'offline' });
    backend.breakBy(null);
    await engine.stop();
    const next = await start(device, backend);
    const keys = backend.asked.flatMap((one) => (one.type === 'draw' ? [one.playKey] : []));
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
    expect(wheelOf(next.engine)).to.include({ state: 'drawn' });
  });

  it('has an expired claim token replaced by drawing the same play again', async () => {
    const { engine, backend } = await start(newDevice());
    await act(engine, 'draw');
    backend.breakBy('token-expired');
    await act(engine, 'claim');
    expect(wheelOf(engine)).to.include({ state: 'claimed', prizeIndex: 0 });
    expect(engine.inspect().events.filter(({ event }) => event.name === 'prize_drawn')).to.have.length(1);
  });

  it('shows the points of the ledger and takes them away when the customer signs out', async () => {
    const { engine } = await start(newDevice());
    expect(engine.host.read('account-wallet')).to.deep.include({
      state: 'ready',
      known: { points: 40, pending: 0, entries: [] },
    });
    engine.identify('token');
    await engine.idle();
    engine.identify(null);
    await engine.idle();
    expect(engine.host.read('account-wallet')).to.deep.include({ state: 'anonymous', known: undefined });
  });

  it('puts the visitor reference on the cart once a session', async () => {
    const references: string[] = [];
    const device = newDevice();
    const backend = createBackend();
    const shop = { setVisitorReference: async (reference: string) => void references.push(reference) };
    const { engine } = await start(device, backend, shop);
    expect(references).to.deep.equal(['signed']);
    await engine.stop();
    await start(device, backend, shop);
    expect(references).to.deep.equal(['signed']);
  });
});
