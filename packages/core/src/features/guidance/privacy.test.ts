import type { PrivacyView } from '@regulars/core';
import { expect } from 'chai';
import {
  documentOf,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { countHeld } from './count-held.ts';
import { guidance } from './guidance.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const campaign = (id: string, widget: object, placement: object, more: object = {}) => ({
  id,
  status: 'live',
  purpose: 'necessary',
  trigger: { on: 'page' },
  placement,
  widget,
  content: { en: { body: 'Body' } },
  ...more,
});
const privacy = campaign('my-privacy', { type: 'privacy', props: {} }, { slot: 'privacy' });
const product = { product: { id: 'p1', category: 'pots' } };

describe('privacy', () => {
  const running: TestEngine[] = [];
  const start = async (
    device: TestDevice,
    {
      consent = all as readonly ('functional' | 'analytics' | 'personalization')[] | null,
      document = documentOf(privacy) as object,
    } = {},
  ): Promise<TestEngine> => {
    const engine = startEngine(device, document, { parts: [guidance()] });
    running.push(engine);
    for (const slot of ['privacy', 'page-hint', 'overlay']) engine.host.subscribe(slot, () => {});
    if (consent) engine.setConsent([...consent]);
    engine.page();
    await engine.idle();
    return engine;
  };
  const viewOf = (engine: TestEngine): PrivacyView => engine.host.read('privacy') as PrivacyView;
  const act = async (engine: TestEngine, what: object): Promise<PrivacyView> => {
    engine.host.report({ type: 'guidance', campaignId: 'my-privacy', ...what } as never);
    await engine.idle();
    return viewOf(engine);
  };
  const countOf = ({ held }: PrivacyView, kind: string): number =>
    held.find((one) => one.kind === kind)?.count ?? 0;
  const names = async () => (await indexedDB.databases()).map(({ name }) => name);
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('says before an answer and after a no that nothing is held, and makes no database', async () => {
    const device = newDevice();
    const pending = await start(device, { consent: null });
    expect(viewOf(pending)).to.deep.include({ state: 'ready', held: [] });
    expect(viewOf(pending).consent).to.include({ answered: false });
    pending.setConsent([]);
    await pending.idle();
    expect(viewOf(pending)).to.deep.include({ state: 'ready', held: [] });
    expect(viewOf(pending).consent).to.deep.include({ answered: true, granted: ['necessary'] });
    expect(await names()).not.to.include(device.name);
  });

  it('counts what is held in kinds, from what exportJourney gives', async () => {
    const engine = await start(newDevice());
    engine.track('product_viewed', product);
    engine.track('product_viewed', product);
    engine.track('search_performed', { term: 'pot' });
    engine.setConsent([...all, 'marketing']);
    await engine.idle();
    const view = viewOf(engine);
    expect([countOf(view, 'products'), countOf(view, 'searches'), countOf(view, 'pages')]).to.deep.equal([
      2, 1, 2,
    ]);
    expect(countOf(view, 'interests')).to.equal(2);
    const journey = await engine.exportJourney();
    if (!journey) throw new Error('no export');
    const events = view.held.filter(({ kind }) =>
      ['pages', 'products', 'searches', 'orders', 'others'].includes(kind),
    );
    expect(events.reduce((sum, { count }) => sum + count, 0)).to.equal(journey.events.length);
    expect(countHeld(journey, 0).map(({ kind }) => kind)).to.include('visits');
  });

  it('gives everything as one JSON file, what was shown included', async () => {
    const engine = await start(newDevice());
    engine.track('search_performed', { term: 'lantern' });
    const { file, said } = await act(engine, { act: 'download' });
    expect(said).to.equal('downloaded');
    const read = JSON.parse(file?.text ?? '');
    expect(read.events.map(({ name }: { name: string }) => name)).to.include('search_performed');
    expect(Object.keys(read)).to.include.members(['stores', 'shown', 'anonymousId']);
  });

  it('downloads what exportJourney() gives: the rows of the caps, and what pages left in localStorage', async () => {
    const tip = campaign(
      'tip',
      { type: 'announcement', props: { form: 'card', body: 'body' } },
      { overlay: 'card' },
    );
    const engine = await start(newDevice(), { document: documentOf(privacy, tip) });
    engine.host.report({ type: 'shown', campaignId: 'tip' });
    await engine.idle();
    engine.rooms.storage.left.leave('word', { count: 3 });
    // Not written yet when it is asked for.
    engine.track('search_performed', { term: 'lantern' });
    const journey = await engine.exportJourney();
    const { file } = await act(engine, { act: 'download' });
    const read = JSON.parse(file?.text ?? '');
    expect({ ...read, exportedAt: 0 }).to.deep.equal({
      ...JSON.parse(JSON.stringify(journey)),
      exportedAt: 0,
    });
    expect(read.events.map(({ name }: { name: string }) => name)).to.include('search_performed');
    expect(read.shown.tip).to.include({ count: 1 });
    expect(read.budget.shows).to.have.length(1);
    expect(read.left.map(([, value]: [string, unknown]) => value)).to.deep.equal([{ count: 3 }]);
    await engine.forget();
    expect(await engine.exportJourney()).to.deep.include({ shown: {}, left: [] });
  });

  it('erases everything, says so, and begins anew where the yes still stands', async () => {
    const device = newDevice();
    const engine = await start(device);
    const id = engine.journey.anonymousId();
    engine.track('search_performed', { term: 'lantern' });
    await engine.idle();
    const view = await act(engine, { act: 'erase' });
    expect(view).to.include({ state: 'ready', said: 'erased' });
    expect(countOf(view, 'searches')).to.equal(0);
    expect(engine.journey.anonymousId()).not.to.equal(id);
    expect(JSON.stringify(await engine.exportJourney())).not.to.contain('lantern');
  });

  it('leaves no database when it erases after a no', async () => {
    const device = newDevice();
    const engine = await start(device);
    engine.setConsent([]);
    await engine.idle();
    const view = await act(engine, { act: 'erase' });
    expect(view).to.deep.include({ said: 'erased', held: [] });
    expect(await names()).not.to.include(device.name);
  });

  it('keeps a switch over page loads as necessary, and takes its row away when it is on again', async () => {
    const device = newDevice();
    const first = await start(device);
    expect((await act(first, { act: 'switch', name: 'games', on: false })).switches).to.include({
      games: false,
      lists: true,
    });
    await first.stop();
    const next = await start(device);
    expect(viewOf(next).switches.games).to.equal(false);
    // A withdrawal of everything else does not undo what the visitor asked for.
    next.setConsent([]);
    await next.idle();
    expect(viewOf(next).switches.games).to.equal(false);
    expect((await act(next, { act: 'switch', name: 'games', on: true })).held).to.deep.equal([]);
  });

  it('switches tips off by the switch of the help button: tours, hints and messages over the page stay away', async () => {
    const device = newDevice();
    const engine = await start(device);
    expect((await act(engine, { act: 'switch', name: 'tips', on: false })).switches.tips).to.equal(false);
    await engine.stop();
    const over = (id: string, widget: object, overlay: string) => campaign(id, widget, { overlay });
    const document = documentOf(
      privacy,
      over('tour', { type: 'tour', props: { steps: [{ id: 'one', body: 'body' }] } }, 'tour'),
      over('hint', { type: 'hint', props: { body: 'body', target: 'body' } }, 'card'),
      over('note', { type: 'announcement', props: { form: 'card', body: 'body' } }, 'card'),
    );
    const next = await start(device, { document });
    const why = Object.fromEntries(
      next.inspect().campaigns.map(({ id, reasons }) => [id, reasons.at(-1)?.why]),
    );
    expect(why).to.include({ tour: 'tips-off', hint: 'tips-off', note: 'tips-off' });
    expect(viewOf(next).switches.tips).to.equal(false);
  });

  it('works where the browser has no IndexedDB, and says that it is for this page alone', async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
    try {
      const engine = await start(newDevice());
      engine.track('search_performed', { term: 'lantern' });
      const view = await act(engine, { act: 'download' });
      expect(view.file?.text).to.contain('lantern');
      engine.setConsent([...all, 'marketing']);
      await engine.idle();
      expect(viewOf(engine).memory).to.equal(true);
      expect(countOf(viewOf(engine), 'searches')).to.equal(1);
      expect(countOf(await act(engine, { act: 'erase' }), 'searches')).to.equal(0);
    } finally {
      if (real) Object.defineProperty(globalThis, 'indexedDB', real);
      else Reflect.deleteProperty(globalThis, 'indexedDB');
    }
  });
});
