import type { ActionPort, ReadingView, ShopBridge, WidgetView } from '@regulars/core';
import type { Action, ActionOutcome } from '@regulars/schema';
import { expect } from 'chai';
import { newDevice, startEngine, type TestEngine } from '../../../../../test/support/engine.ts';
import { measureProgress } from './progress.ts';
import { rewards } from './rewards.ts';

const campaign = (type: string, props: object = {}, more: object = {}) => ({
  id: `my-${type}`,
  status: 'live',
  purpose: 'necessary',
  trigger: { on: 'page' },
  placement: { slot: type },
  widget: { type, props },
  content: { en: { title: type } },
  ...more,
});

const far = '2999-01-01T00:00:00Z';
const document = {
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns: [
    ...['wallet', 'prizes', 'coupon', 'tier', 'badges', 'leaderboard', 'referral', 'progress'].map((type) =>
      campaign(type),
    ),
    campaign('streak', { id: 'daily' }),
    campaign('quest', { id: 'kitchen' }),
    campaign('countdown', {}, { schedule: { to: far } }),
  ],
};
const slots = document.campaigns.map(({ placement }) => placement.slot);

/** A backend that knows a little of everything and takes every wish but those it is told to refuse. */
function createBackend() {
  const asked: Action[] = [];
  let refusal: string | null = null;
  const known = new Map<string, unknown>();
  const results: Readonly<Record<string, unknown>> = {
    wallet: { wallet: { points: 40, pending: 0, entries: [] } },
    offers: { offers: [{ id: 'tea', label: 'Tea', points: 30, reward: 'coupon' }] },
    prizes: { prizes: [{ playId: 'p1', label: '10 %', claimToken: 'token-1' }] },
    tier: { tier: { points: 0, levels: [] } },
    badges: { badges: [] },
    streaks: { streaks: [] },
    quests: { quests: [] },
    leaderboard: { leaderboard: { id: 'month', name: 'Month', metric: 'points', rows: [] } },
    referral: { referral: { code: 'ANNA' } },
  };
  const answer = async (action: Action): Promise<unknown> => {
    asked.push(action);
    if (refusal) return { ok: false, reason: refusal };
    if (action.type === 'read')
      return { ok: true, now: 0, result: known.get(action.what) ?? results[action.what] };
    return { ok: true, now: 0, result: { saved: true } };
  };
  const port: ActionPort = {
    perform: async <A extends Action>(action: A) => (await answer(action)) as ActionOutcome<A['type']>,
  };
  return {
    port,
    asked,
    refuse: (reason: string | null) => {
      refusal = reason;
    },
    know: (what: string, result: unknown) => {
      known.set(what, result);
    },
  };
}

describe('what the server says of the person', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  async function open(backend = createBackend(), shop?: ShopBridge, now?: () => number) {
    const engine = startEngine(newDevice(), document, {
      actions: backend.port,
      parts: [rewards()],
      shop,
      control: '/control',
      clock: now,
      resources: {
        load: async () => ({ type: 'fresh', body: JSON.stringify({ now: Date.parse(far) - 90_000 }) }),
      },
    });
    running.push(engine);
    for (const slot of slots) engine.host.subscribe(slot, () => {});
    engine.setConsent(['functional']);
    engine.page();
    await engine.idle();
    const view = <V extends WidgetView = ReadingView>(slot: string) => engine.host.read(slot) as V | null;
    return { engine, backend, view };
  }

  it('reads for each element what it shows, by its id where it names one', async () => {
    const { backend, view } = await open();
    for (const slot of slots.filter((one) => one !== 'progress' && one !== 'countdown')) {
      expect(view(slot), slot).to.include({ type: slot, state: 'ready' });
    }
    const reads = backend.asked.flatMap((one) =>
      one.type === 'read' ? [`${one.what} ${one.id ?? ''}`.trim()] : [],
    );
    expect(new Set(reads)).to.deep.equal(
      new Set([
        'wallet',
        'offers',
        'prizes',
        'tier',
        'badges',
        'streaks daily',
        'quests kitchen',
        'leaderboard',
        'referral',
      ]),
    );
  });

  it('says in which zone the device is, once a streak counts by it and by another so far', async () => {
    const zones = async (deviceZone?: string) => {
      const backend = createBackend();
      backend.know('streaks', { streaks: [{ id: 'daily', days: [], milestones: [], deviceZone }] });
      await open(backend);
      return backend.asked.flatMap((one) => (one.type === 'save' ? [`${one.what} ${one.value}`] : []));
    };
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(await zones()).to.deep.equal([]);
    expect(await zones(here)).to.deep.equal([]);
    expect(await zones('Antarctica/Troll')).to.deep.equal([`zone ${here}`]);
  });

  it('claims a prize by the token that only the engine has, and reads everything anew', async () => {
    const { engine, backend, view } = await open();
    backend.asked.splice(0);
    engine.host.report({ type: 'reward', campaignId: 'my-prizes', act: 'claim', value: 'p1' });
    await engine.idle();
    expect(backend.asked[0]).to.deep.equal({ type: 'claim', claimToken: 'token-1' });
    expect(backend.asked.filter((one) => one.type === 'read').length).to.be.greaterThan(8);
    expect(view('prizes')?.answer).to.deep.equal({ act: 'claim', value: 'p1', state: 'done' });
  });

  it('buys an offer once for one wish, also when the answer was lost', async () => {
    const { engine, backend } = await open();
    const redeem = async () => {
      engine.host.report({ type: 'reward', campaignId: 'my-wallet', act: 'redeem', value: 'tea' });
      await engine.idle();
    };
    backend.refuse('offline');
    await redeem();
    backend.refuse(null);
    await redeem();
    await redeem();
    const keys = backend.asked.flatMap((one) => (one.type === 'redeem' ? [one.redeemKey] : []));
    expect(keys).to.have.length(3);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).not.to.equal(keys[0]);
  });

  it('saves nickname, code of a friend and the wish to be sent a prize, and says why not', async () => {
    const { engine, backend, view } = await open();
    for (const [slot, act, value] of [
      ['leaderboard', 'nickname', 'Bergamot'],
      ['referral', 'referrer', 'FRIEND-1'],
      ['prizes', 'send', 'p1'],
    ] as const) {
      engine.host.report({ type: 'reward', campaignId: `my-${slot}`, act, value });
      await engine.idle();
      expect(view(slot)?.answer).to.include({ act, value, state: 'done' });
    }
    expect(backend.asked.filter((one) => one.type === 'save')).to.deep.equal([
      { type: 'save', what: 'nickname', value: 'Bergamot' },
      { type: 'save', what: 'referrer', value: 'FRIEND-1' },
      { type: 'save', what: 'send-to-me', value: 'p1' },
    ]);
    backend.refuse('nickname-refused');
    engine.host.report({ type: 'reward', campaignId: 'my-leaderboard', act: 'nickname', value: 'x' });
    await engine.idle();
    expect(view('leaderboard')?.answer).to.include({ state: 'refused', reason: 'nickname-refused' });
  });

  it('gives a code to the shop and repeats what the shop says', async () => {
    const codes: string[] = [];
    const shop: ShopBridge = {
      applyCoupon: async (code) => {
        codes.push(code);
        return codes.length === 1 ? { ok: true } : { ok: false, reason: 'Only one code at a time.' };
      },
    };
    const { engine, view } = await open(createBackend(), shop);
    expect(view('coupon')).to.include({ canApply: true });
    const apply = async () => {
      engine.host.report({ type: 'reward', campaignId: 'my-coupon', act: 'apply', value: 'THANKS-1' });
      await engine.idle();
    };
    await apply();
    expect(view('coupon')?.answer).to.include({ act: 'apply', state: 'done' });
    await apply();
    expect(view('coupon')?.answer).to.include({ state: 'refused', reason: 'Only one code at a time.' });
    expect(codes).to.deep.equal(['THANKS-1', 'THANKS-1']);
  });

  it('keeps what it knows while the line is down and takes it away when the customer signs out', async () => {
    const { engine, backend, view } = await open();
    engine.identify('token');
    await engine.idle();
    backend.refuse('offline');
    engine.host.report({ type: 'reward', campaignId: 'my-wallet', act: 'refresh' });
    await engine.idle();
    expect(view('wallet')).to.deep.include({
      state: 'offline',
      known: { points: 40, pending: 0, entries: [] },
    });
    engine.identify(null);
    await engine.idle();
    expect(view('wallet')).to.deep.include({ state: 'anonymous', known: undefined });
  });

  it('shows nobody else what was asked for before the sign-out', async () => {
    const { engine, backend, view } = await open();
    engine.identify('token');
    engine.host.report({ type: 'reward', campaignId: 'my-wallet', act: 'refresh' });
    engine.identify(null);
    await engine.idle();
    expect(backend.asked.length).to.be.greaterThan(0);
    expect(view('wallet')).to.deep.include({ state: 'anonymous', known: undefined });
  });

  it('W49 counts down by the server’s clock, whatever the device’s says', async () => {
    for (const wrongMs of [-600_000, 0, 600_000]) {
      const { view } = await open(createBackend(), undefined, () => Date.now() + wrongMs);
      const countdown = view('countdown') as { endsIn?: number } | null;
      expect((countdown?.endsIn ?? 0) - performance.now(), `${wrongMs}`).to.be.closeTo(90_000, 30_000);
    }
  });
});

describe('progress', () => {
  const eur = (value: number) => ({ value, currency: 'EUR' });

  it('measures what is missing, nearest first, and only in the currency of the cart', () => {
    const found = measureProgress(eur(3000), [
      { kind: 'gift', at: eur(8000) },
      { kind: 'free-shipping', at: eur(3000) },
      { kind: 'gift', at: { value: 100, currency: 'USD' } },
    ]);
    expect(found).to.deep.equal([
      { kind: 'free-shipping', at: eur(3000), missing: eur(0), share: 1 },
      { kind: 'gift', at: eur(8000), missing: eur(5000), share: 0.375 },
    ]);
  });

  it('shows nothing where the shop says no thresholds, and follows the cart where it does', async () => {
    let total = eur(1000);
    const cart = async () => ({ items: [], total });
    const start = async (shop: ShopBridge) => {
      const engine = startEngine(newDevice(), document, { parts: [rewards()], shop });
      engine.host.subscribe('progress', () => {});
      engine.setConsent(['functional', 'analytics']);
      engine.page();
      await engine.idle();
      return engine;
    };
    const silent = await start({ cart });
    expect(silent.host.read('progress')).to.equal(null);
    await silent.stop();
    const engine = await start({ cart, thresholds: async () => [{ kind: 'free-shipping', at: eur(4000) }] });
    const missing = () => {
      const view = engine.host.read('progress');
      return view?.type === 'progress' ? view.thresholds[0]?.missing.value : undefined;
    };
    expect(missing()).to.equal(3000);
    total = eur(4500);
    engine.track('cart_viewed', {});
    await engine.idle();
    expect(missing()).to.equal(0);
    await engine.stop();
  });
});
