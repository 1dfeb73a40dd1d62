import type { ActionPort, Part } from '@regulars/core';
import type { Action, ActionOutcome, Widget } from '@regulars/schema';
import { expect } from 'chai';
import {
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { compileDocument } from '../../rules/compile-campaign.ts';
import { supportCode } from '../../rules/support-code.ts';
import { guidance } from './guidance.ts';
import { launcherRowsPort } from './launcher-rows.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const campaign = (id: string, widget: Widget, placement: object, more: object = {}) => ({
  id,
  status: 'live',
  purpose: 'necessary',
  trigger: { on: 'page' },
  placement,
  widget,
  content: { en: { title: 'Title', body: 'Body', look: 'Look' } },
  ...more,
});
const bar = campaign(
  'bar',
  { type: 'announcement', props: { form: 'bar', body: 'body' } },
  { slot: 'site-bar' },
);
const missions = [
  { id: 'look', title: 'look', event: 'product_viewed', count: 2 },
  { id: 'find', title: 'look', event: 'search_performed' },
];
const checklist = (props: object = {}) =>
  campaign('steps', { type: 'checklist', props: { missions, ...props } }, { slot: 'home' });
const product = { product: { id: 'p1', title: 'Pot', url: '/p/p1' } };

describe('guidance', () => {
  const running: TestEngine[] = [];
  const start = async (
    device: TestDevice,
    campaigns: readonly object[],
    {
      consent = all as readonly ('functional' | 'analytics' | 'personalization')[] | null,
      actions = undefined as ActionPort | undefined,
      more = [] as readonly Part[],
    } = {},
  ): Promise<TestEngine> => {
    const document = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns };
    const engine = startEngine(device, document, {
      parts: [guidance({ document: () => compileDocument(document).document ?? undefined }), ...more],
      ...(actions && { actions }),
    });
    running.push(engine);
    for (const slot of ['site-bar', 'home', 'page-corner', 'page-hint'])
      engine.host.subscribe(slot, () => {});
    if (consent) engine.setConsent([...consent]);
    engine.page();
    await engine.idle();
    return engine;
  };
  const viewIn = (engine: TestEngine, slot: string) => engine.host.read(slot);
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('shows an announcement to everybody, remembers its dismissal, and shows its next version', async () => {
    const device = newDevice();
    const engine = await start(device, [bar]);
    expect(viewIn(engine, 'site-bar')).to.include({ type: 'announcement', campaignId: 'bar' });
    engine.host.report({ type: 'shown', campaignId: 'bar' });
    engine.host.report({ type: 'dismissed', campaignId: 'bar', cause: 'close' });
    await engine.idle();
    expect(viewIn(engine, 'site-bar')).to.equal(null);
    const told = engine.inspect().events.map(({ event }) => event.name);
    expect(told).to.include('experience_shown').and.to.include('experience_dismissed');
    await engine.stop();
    expect(viewIn(await start(device, [bar]), 'site-bar')).to.equal(null);
    const next = {
      ...bar,
      widget: { type: 'announcement', props: { form: 'bar', body: 'body', version: 2 } },
    };
    expect(viewIn(await start(device, [next]), 'site-bar')).to.include({ campaignId: 'bar' });
  });

  it('shows an announcement without an answer and stores nothing of its dismissal', async () => {
    const device = newDevice();
    const engine = await start(device, [bar], { consent: null });
    expect(viewIn(engine, 'site-bar')).to.include({ type: 'announcement' });
    engine.host.report({ type: 'dismissed', campaignId: 'bar', cause: 'close' });
    await engine.idle();
    expect(viewIn(engine, 'site-bar')).to.equal(null);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include(device.name);
  });

  it('refuses a dialog anywhere but over the page', async () => {
    const modal = campaign(
      'modal',
      { type: 'announcement', props: { form: 'modal', body: 'body' } },
      { slot: 'home' },
    );
    const engine = await start(newDevice(), [modal]);
    expect(viewIn(engine, 'home')).to.equal(null);
    expect(engine.inspect().campaigns[0]?.reasons.at(-1)).to.include({ why: 'not-an-overlay' });
  });

  it('ticks missions off from the journey, also of earlier pages, and completes once', async () => {
    const device = newDevice();
    const first = await start(device, [checklist()]);
    expect(viewIn(first, 'home')).to.deep.include({
      progress: [
        { id: 'look', count: 0, goal: 2 },
        { id: 'find', count: 0, goal: 1 },
      ],
    });
    first.track('product_viewed', product);
    await first.idle();
    await first.flush();
    await first.stop();
    const next = await start(device, [checklist()]);
    expect(viewIn(next, 'home')).to.deep.include({
      fresh: false,
      progress: [
        { id: 'look', count: 1, goal: 2 },
        { id: 'find', count: 0, goal: 1 },
      ],
    });
    next.track('product_viewed', product);
    next.track('search_performed', { term: 'pot', resultCount: 3 });
    await next.idle();
    expect(viewIn(next, 'home')).to.include({ fresh: true });
    next.track('search_performed', { term: 'pan', resultCount: 1 });
    await next.idle();
    const completed = next.inspect().events.filter(({ event }) => event.name === 'experience_completed');
    expect(completed).to.have.length(1);
    next.host.report({ type: 'guidance', campaignId: 'steps', act: 'close' });
    await next.idle();
    expect(viewIn(next, 'home')).to.equal(null);
    await next.stop();
    expect(viewIn(await start(device, [checklist()]), 'home')).to.equal(null);
  });

  it('stays folded as the visitor left it', async () => {
    const device = newDevice();
    const engine = await start(device, [checklist()]);
    engine.host.report({ type: 'guidance', campaignId: 'steps', act: 'fold' });
    await engine.idle();
    expect(viewIn(engine, 'home')).to.include({ folded: true });
    await engine.stop();
    expect(viewIn(await start(device, [checklist()]), 'home')).to.include({ folded: true });
  });

  it('collects the reward with one stored key, whatever breaks in between, and shows it on the next page', async () => {
    const device = newDevice();
    const asked: Action[] = [];
    let isDown = true;
    const answer = (action: Action): unknown => {
      asked.push(action);
      if (action.type === 'draw')
        return {
          ok: true,
          now: 0,
          result: { playId: 'p', prizeIndex: 0, label: '5 %', win: true, claimToken: 't' },
        };
      return isDown
        ? { ok: false, reason: 'offline' }
        : { ok: true, now: 0, result: { playId: 'p', kind: 'coupon', code: 'FIRST' } };
    };
    const actions: ActionPort = {
      perform: async <A extends Action>(action: A) => answer(action) as ActionOutcome<A['type']>,
    };
    const engine = await start(device, [checklist({ draw: 'first-steps' })], { actions });
    const rewardOf = (one: TestEngine) => {
      const view = viewIn(one, 'home');
      return view?.type === 'checklist' ? view.reward : undefined;
    };
    const claim = async () => {
      engine.host.report({ type: 'guidance', campaignId: 'steps', act: 'claim' });
      await engine.idle();
    };
    await claim();
    expect(rewardOf(engine)).to.deep.equal({ state: 'locked' });
    for (const name of ['product_viewed', 'product_viewed'] as const) engine.track(name, product);
    engine.track('search_performed', { term: 'pot', resultCount: 3 });
    await engine.idle();
    expect(rewardOf(engine)).to.deep.equal({ state: 'ready' });
    await claim();
    expect(rewardOf(engine)).to.include({ state: 'offline', reason: 'offline' });
    isDown = false;
    await claim();
    expect(rewardOf(engine)).to.include({ state: 'given', code: 'FIRST', label: '5 %' });
    const keys = asked.flatMap((one) => (one.type === 'draw' ? [one.playKey] : []));
    expect(new Set(keys).size).to.equal(1);
    await engine.stop();
    expect(rewardOf(await start(device, [checklist({ draw: 'first-steps' })], { actions }))).to.include({
      state: 'given',
      code: 'FIRST',
    });
  });

  const hint = (props: object = {}) =>
    campaign(
      'size',
      { type: 'hint', props: { target: '.js-size', body: 'body', ...props } },
      { slot: 'page-hint' },
    );

  it('shows a hint, lets its words be read, and never again by itself', async () => {
    const device = newDevice();
    const engine = await start(device, [hint()]);
    expect(viewIn(engine, 'page-hint')).to.include({ type: 'hint' });
    engine.host.report({ type: 'shown', campaignId: 'size' });
    engine.host.report({ type: 'guidance', campaignId: 'size', act: 'open' });
    engine.host.report({ type: 'completed', campaignId: 'size' });
    await engine.idle();
    expect(viewIn(engine, 'page-hint')).to.equal(null);
    const told = engine.inspect().events.map(({ event }) => event.name);
    expect(told).to.include.members(['experience_shown', 'experience_viewed', 'experience_completed']);
    await engine.stop();
    expect(viewIn(await start(device, [hint()]), 'page-hint')).to.equal(null);
  });

  it('ends a hint whose target is missing, with the reason, and tries again on the next page', async () => {
    const device = newDevice();
    const engine = await start(device, [hint()]);
    engine.host.report({ type: 'guidance', campaignId: 'size', act: 'missing', cause: 'not-found' });
    await engine.idle();
    expect(viewIn(engine, 'page-hint')).to.equal(null);
    const ended = engine.inspect().events.find(({ event }) => event.name === 'experience_dismissed');
    expect(ended?.event.props).to.include({ cause: 'not-found' });
    await engine.stop();
    expect(viewIn(await start(device, [hint()]), 'page-hint')).to.include({ type: 'hint' });
  });

  it('keeps a hint of another page away, and opens nothing over the page while the answer is pending or no', async () => {
    expect(viewIn(await start(newDevice(), [hint({ page: '/other/*' })]), 'page-hint')).to.equal(null);
    for (const consent of [null, []] as const) {
      const engine = await start(newDevice(), [hint(), launcher], { consent });
      expect(viewIn(engine, 'page-hint')).to.equal(null);
      expect(viewIn(engine, 'page-corner')).to.equal(null);
    }
  });

  const launcher = campaign('help', { type: 'launcher', props: {} }, { slot: 'page-corner' });
  const tour = campaign(
    'welcome',
    { type: 'tour', props: { steps: [{ id: 'one', body: 'body' }] } },
    { overlay: 'tour' },
    { trigger: { on: 'event', event: 'cart_viewed' } },
  );
  const launcherIn = (engine: TestEngine) => {
    const view = viewIn(engine, 'page-corner');
    return view?.type === 'launcher' ? view : undefined;
  };
  const act = async (engine: TestEngine, what: object) => {
    engine.host.report({ type: 'guidance', campaignId: 'help', ...what } as Parameters<
      typeof engine.host.report
    >[0]);
    await engine.idle();
  };

  it('lists the tours of this page, starts the chosen one, and closes', async () => {
    const elsewhere = {
      ...tour,
      id: 'elsewhere',
      widget: { type: 'tour', props: { steps: [{ id: 'one', page: '/far/*', body: 'body' }] } },
    };
    const ended = { ...tour, id: 'ended', status: 'ended' };
    const engine = await start(newDevice(), [launcher, tour, elsewhere, ended]);
    await act(engine, { act: 'open' });
    const rows = launcherIn(engine)?.rows ?? [];
    expect(rows.filter(({ group }) => group === 'tours').map(({ id, label }) => [id, label])).to.deep.equal([
      ['tour:welcome', 'Title'],
    ]);
    expect(rows.find(({ group }) => group === 'support')?.code).to.equal(
      supportCode(engine.inspect().anonymousId),
    );
    await act(engine, { act: 'choose', row: 'tour:welcome' });
    expect(viewIn(engine, 'overlay')).to.include({ type: 'tour', campaignId: 'welcome' });
    expect(launcherIn(engine)?.state).to.equal('closed');
  });

  it('keeps tips off on this device: nothing points at the page by itself, what is asked for still opens', async () => {
    const device = newDevice();
    const engine = await start(device, [launcher, hint(), tour]);
    await act(engine, { act: 'open' });
    expect(launcherIn(engine)).to.include({ tips: true });
    await act(engine, { act: 'tips', on: false });
    expect(viewIn(engine, 'page-hint')).to.equal(null);
    await engine.stop();
    const next = await start(device, [launcher, hint(), tour]);
    next.track('cart_viewed', {});
    await next.idle();
    expect(viewIn(next, 'page-hint')).to.equal(null);
    expect(viewIn(next, 'overlay')).to.equal(null);
    const why = next
      .inspect()
      .campaigns.find(({ id }) => id === 'size')
      ?.reasons.at(-1)?.why;
    expect(why).to.equal('tips-off');
    await act(next, { act: 'open' });
    expect(launcherIn(next)).to.include({ tips: false });
    await act(next, { act: 'choose', row: 'tour:welcome' });
    expect(viewIn(next, 'overlay')).to.include({ campaignId: 'welcome' });
    await act(next, { act: 'tips', on: true });
    await next.stop();
    expect(viewIn(await start(device, [launcher, hint()]), 'page-hint')).to.include({ type: 'hint' });
  });

  it('lists prizes to collect and shows the code of the one that is', async () => {
    const prizes = [
      { playId: '1', label: '10 % off', claimToken: 't' },
      { playId: '2', label: 'Old', code: 'HAD' },
      { playId: '3', label: '50 points', claimToken: 'p' },
    ];
    const answer = (action: Action): unknown =>
      action.type === 'read'
        ? { ok: true, now: 0, result: { prizes } }
        : action.type === 'claim' && action.claimToken === 'p'
          ? { ok: true, now: 0, result: { playId: '3', kind: 'points', points: 50 } }
          : { ok: true, now: 0, result: { playId: '1', kind: 'coupon', code: 'TEN' } };
    const actions: ActionPort = {
      perform: async <A extends Action>(action: A) => answer(action) as ActionOutcome<A['type']>,
    };
    const engine = await start(newDevice(), [launcher], { actions });
    await act(engine, { act: 'open' });
    const prize = () => launcherIn(engine)?.rows.filter(({ group }) => group === 'prizes');
    expect(prize()?.map(({ label }) => label)).to.deep.equal(['10 % off', '50 points']);
    await act(engine, { act: 'choose', row: 'prize:1' });
    expect(prize()?.[0]).to.include({ code: 'TEN' });
    await act(engine, { act: 'choose', row: 'prize:3' });
    expect(prize()?.[1]).to.include({ label: '50 points', collected: true });
    expect(launcherIn(engine)?.state).to.equal('ready');
  });

  it('says that it failed when nothing could be had, and takes rows of other features', async () => {
    const rows = async () => [
      { id: 'extra', group: 'links' as const, label: 'Opening hours', url: '/hours' },
    ];
    const more: Part = {
      name: 'more',
      start: ({ ports }) => ports.provide(launcherRowsPort, { name: 'more', rows }),
    };
    const only = { ...launcher, widget: { type: 'launcher', props: { groups: ['links'] } } };
    const engine = await start(newDevice(), [only], { more: [more] });
    await act(engine, { act: 'open' });
    expect(launcherIn(engine)?.rows.map(({ id }) => id)).to.deep.equal(['extra']);
    const actions: ActionPort = { perform: async () => ({ ok: false, reason: 'offline' }) };
    const broken = { ...launcher, widget: { type: 'launcher', props: { groups: ['prizes'] } } };
    const other = await start(newDevice(), [broken], { actions });
    await act(other, { act: 'open' });
    expect(launcherIn(other)?.state).to.equal('error');
  });
});
