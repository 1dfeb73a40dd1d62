import { expect } from 'chai';
import {
  createTestDelivery,
  createTestFiles,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../test/support/engine.ts';
import { createCore } from './create-core.ts';
import type { ActionPort } from './features/action-port.ts';
import { deliverTo } from './sync/sync-engine.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
const tour = {
  id: 'welcome-tour',
  status: 'live',
  audience: { attr: 'session.count', op: 'eq', value: 1 },
  trigger: { on: 'page' },
  frequency: { maxShows: 1 },
  placement: { overlay: 'tour' },
  widget: {
    type: 'tour',
    props: {
      version: 1,
      steps: [
        { id: 'search', target: '.js-search', body: 'search' },
        { id: 'filter', target: '.js-filter', body: 'filter', advanceOn: 'filter_used' },
        { id: 'cart', target: '.js-cart', body: 'cart' },
      ],
    },
  },
  content: { en: { search: 'Search', filter: 'Filter', cart: 'Cart' } },
};
const documentOf = (...campaigns: readonly object[]) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  caps: { quietPaths: [] },
  campaigns,
});

describe('the engine', () => {
  const running: TestEngine[] = [];
  const start = (
    device: TestDevice,
    ...rest: Parameters<typeof startEngine> extends [unknown, ...infer R] ? R : never
  ) => {
    const engine = startEngine(device, ...rest);
    running.push(engine);
    return engine;
  };
  const outcomeOf = (engine: TestEngine, id = 'welcome-tour') =>
    engine.inspect().campaigns.find((one) => one.id === id)?.outcome;
  const reasonOf = (engine: TestEngine, id = 'welcome-tour') => {
    const last = engine
      .inspect()
      .campaigns.find((one) => one.id === id)
      ?.reasons.at(-1);
    return `${last?.step}:${last?.why}`;
  };
  const viewOf = (engine: TestEngine) => engine.host.read('overlay');
  const tell = (engine: TestEngine, act: 'next' | 'step-shown' | 'complete' | 'dismiss') => {
    engine.host.report({ type: 'tour', campaignId: 'welcome-tour', act, cause: 'escape' });
    return engine.idle();
  };
  const namesOf = (engine: TestEngine) =>
    engine
      .inspect()
      .events.map(({ event }) => event.name)
      .filter((name) => !name.startsWith('experience_decided'))
      .reverse();
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('J56 a prerendered page records, stores, sends and opens nothing before it is shown, and then one page view', async () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
    const device = newDevice();
    try {
      const engine = start(device, documentOf(tour));
      engine.setConsent(['functional']);
      engine.setConsent(all);
      engine.track('search_performed', { term: 'lamp' });
      await engine.idle();
      expect(engine.inspect().consent.state).to.equal('pending');
      expect(viewOf(engine)).to.equal(null);
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      expect(databases).not.to.include(device.name);
      Reflect.deleteProperty(document, 'prerendering');
      document.dispatchEvent(new Event('prerenderingchange'));
      await engine.idle();
      const views = engine
        .inspect()
        .events.filter(({ event, state }) => event.name === 'page_viewed' && state !== 'refused');
      expect(views.map(({ event }) => event.props)).to.deep.include.members([{ kind: 'activate' }]);
      expect(views).to.have.length(1);
      expect(viewOf(engine)?.type).to.equal('tour');
    } finally {
      Reflect.deleteProperty(document, 'prerendering');
    }
  });

  it('opens nothing while consent is pending or denied, and says why', async () => {
    const device = newDevice();
    const engine = start(device, documentOf(tour));
    await engine.idle();
    expect(viewOf(engine)).to.equal(null);
    expect(reasonOf(engine)).to.equal('consent:consent-pending');
    engine.setConsent([]);
    await engine.idle();
    expect(viewOf(engine)).to.equal(null);
    expect(reasonOf(engine)).to.equal('consent:consent-denied:personalization');
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    expect(databases).not.to.include(device.name);
    expect(databases).not.to.include(`${device.name}-attention`);
    expect(engine.problems).to.deep.equal([]);
  });

  it('decides a tour after the grant, resumes it after a page load, and never shows it twice', async () => {
    const device = newDevice();
    const first = start(device, documentOf(tour));
    first.setConsent(all);
    first.page();
    await first.idle();
    expect(viewOf(first), JSON.stringify(first.inspect().campaigns)).to.include({
      type: 'tour',
      index: 0,
      count: 3,
      lang: 'en',
    });
    await tell(first, 'step-shown');
    await tell(first, 'next');
    expect(viewOf(first)).to.include({ index: 1 });
    expect(outcomeOf(first)).to.equal('shown');
    await first.stop();

    const second = start(device, documentOf(tour));
    second.setConsent(all);
    second.page();
    await second.idle();
    expect(viewOf(second), JSON.stringify(second.inspect().campaigns)).to.include({ index: 1 });
    await tell(second, 'step-shown');
    second.track('filter_used', { filter: 'size' });
    await second.idle();
    expect(viewOf(second)).to.include({ index: 2 });
    await tell(second, 'complete');
    expect(viewOf(second)).to.equal(null);
    expect(outcomeOf(second)).to.equal('ended');
    await second.stop();

    const third = start(device, documentOf(tour));
    third.setConsent(all);
    third.page();
    await third.idle();
    expect(viewOf(third)).to.equal(null);
    expect(reasonOf(third)).to.equal('caps:max-shows:1/1');
    const told = [first, second].flatMap(namesOf).filter((name) => /^(tour|experience)_/.test(name));
    expect(told).to.deep.equal([
      'tour_started',
      'tour_step_shown',
      'experience_shown',
      'tour_step_shown',
      // Who answers a step has seen it.
      'tour_step_shown',
      'tour_completed',
      'experience_completed',
    ]);
  });

  it('ends a tour by one event with its cause', async () => {
    const engine = start(newDevice(), documentOf(tour));
    engine.setConsent(all);
    await engine.idle();
    await tell(engine, 'step-shown');
    await tell(engine, 'dismiss');
    await tell(engine, 'dismiss');
    const ends = engine.inspect().events.filter(({ event }) => event.name === 'tour_dismissed');
    expect(ends.map(({ event }) => event.props)).to.deep.equal([
      { campaignId: 'welcome-tour', cause: 'escape', stepId: 'search' },
    ]);
  });

  it('shows a step in one of two tabs only', async () => {
    const device = newDevice();
    const one = start(device, documentOf(tour));
    one.setConsent(all);
    await one.idle();
    await tell(one, 'step-shown');
    const two = start(device, documentOf(tour));
    two.setConsent(all);
    await two.idle();
    expect(viewOf(one)).to.include({ index: 0 });
    expect(viewOf(two)).to.equal(null);
  });

  it('goes on at once with a tour whose page was killed before it could let go', async () => {
    const device = newDevice();
    const killed = start(device, documentOf(tour));
    killed.setConsent(all);
    await killed.idle();
    await tell(killed, 'step-shown');
    await killed.stop();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(device.name);
      opening.onsuccess = () => resolve(opening.result);
    });
    const until = Date.now() + 3000;
    const row = { version: 1, index: 1, at: Date.now(), lead: { tab: 'killed', until } };
    await new Promise((resolve) => {
      const rows = database.transaction('feature', 'readwrite').objectStore('feature');
      rows.put(row, 'functional/tour:welcome-tour').onsuccess = resolve;
    });
    database.close();
    const next = start(device, documentOf(tour));
    next.setConsent(all);
    await next.idle();
    expect(viewOf(next)).to.include({ index: 1 });
    expect(Date.now()).to.be.below(until);
  });

  it('opens a tour that the visitor asks for without consent, and stores nothing of it', async () => {
    const device = newDevice();
    const engine = start(device, documentOf(tour));
    engine.setConsent([]);
    await engine.idle();
    expect(await engine.open('welcome-tour')).to.equal(true);
    expect(viewOf(engine)).to.include({ index: 0 });
    await tell(engine, 'next');
    expect(viewOf(engine)).to.include({ index: 1 });
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    expect(databases).not.to.include(device.name);
    expect(databases).not.to.include(`${device.name}-attention`);
  });

  it('takes what it shows away when consent is withdrawn', async () => {
    const engine = start(newDevice(), documentOf(tour));
    engine.setConsent(all);
    await engine.idle();
    expect(viewOf(engine)).to.include({ index: 0 });
    engine.setConsent([]);
    await engine.idle();
    expect(viewOf(engine)).to.equal(null);
  });

  it('opens nothing by itself when it is silent', async () => {
    const engine = start(newDevice(), documentOf(tour), { silent: true });
    engine.setConsent(all);
    await engine.idle();
    expect(reasonOf(engine)).to.equal('quiet:silent');
    expect(await engine.open('welcome-tour')).to.equal(true);
  });

  it('holds a campaign back that the control file pauses', async () => {
    const files = {
      'control.json': JSON.stringify({ revision: 1, pausedAll: false, paused: ['welcome-tour'] }),
    };
    const engine = start(newDevice(), documentOf(tour), {
      control: 'control.json',
      resources: createTestFiles(files),
    });
    engine.setConsent(all);
    await engine.idle();
    expect(reasonOf(engine)).to.equal('status:paused');
  });

  it('lets a held-out campaign compete, consume its caps and show nothing', async () => {
    const device = newDevice();
    const engine = start(device, { ...documentOf(tour), globalHoldout: 1 });
    engine.setConsent(all);
    await engine.idle();
    expect(viewOf(engine)).to.equal(null);
    expect(outcomeOf(engine)).to.equal('held-out');
    expect(namesOf(engine)).to.include('holdout_reached');
    await engine.stop();
    const next = start(device, { ...documentOf(tour), globalHoldout: 1 });
    next.setConsent(all);
    await next.idle();
    expect(reasonOf(next)).to.equal('caps:max-shows:1/1');
  });

  const hostile: readonly (readonly [string, string, readonly string[]])[] = [
    ['is not JSON', '{ "campaigns": [', ['document-invalid']],
    ['is 10 MB', `{"campaigns":[],"x":"${'a'.repeat(10_000_000)}"}`, ['document-too-large']],
    [
      'has an unknown operator, an unknown widget and __proto__ keys',
      JSON.stringify(
        documentOf(
          { ...tour, id: 'bad-operator', audience: { attr: 'page.path', op: 'matches', value: '.*' } },
          { ...tour, id: 'bad-widget', widget: { type: 'hologram', props: {} } },
          tour,
        ),
      ).replace('"formatVersion"', '"__proto__":{"polluted":true},"formatVersion"'),
      ['operator-unknown bad-operator', 'widget-unknown bad-widget'],
    ],
  ];
  for (const [what, body, problems] of hostile) {
    it(`survives a document that ${what}, names each problem once and runs the other campaigns`, async () => {
      const engine = start(newDevice(), 'campaigns.json', {
        resources: createTestFiles({ 'campaigns.json': body }),
      });
      engine.setConsent(all);
      await engine.idle();
      expect(engine.problems).to.deep.equal(problems);
      expect(viewOf(engine) !== null).to.equal(body.includes('welcome-tour'));
      expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
      expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    });
  }

  it('records and delivers without any part, and shows nothing', async () => {
    const { name, key } = newDevice();
    const delivery = createTestDelivery();
    const core = createCore({ namespace: name, key, delivery: deliverTo([delivery]) });
    core.setConsent(all);
    core.page();
    core.identify('token');
    await core.idle();
    await core.flush();
    expect(delivery.batches.flatMap(({ events }) => events).map((event) => event.name)).to.include.members([
      'page_viewed',
      'customer_identified',
    ]);
    expect(core.host.read('overlay')).to.equal(null);
    expect(await core.host.request({ type: 'forget' }, {})).to.deep.equal({
      ok: false,
      reason: 'unavailable',
    });
    expect(await core.open('welcome-tour')).to.equal(false);
    await core.forget();
    expect((await core.exportJourney())?.events).to.deep.equal([]);
    await core.stop();
  });

  it('asks its backend with the token that a batch was answered with', async () => {
    const device = newDevice();
    const asked: unknown[] = [];
    const perform: ActionPort['perform'] = (_action, { context }) => {
      asked.push(context.visitorToken);
      return Promise.resolve({ ok: false, reason: 'unavailable' });
    };
    const delivery = deliverTo([
      { ...createTestDelivery(), send: async () => ({ type: 'accepted', visitorToken: 'mine' }) },
    ]);
    const first = start(device, documentOf(), { delivery, actions: { perform } });
    first.setConsent(['analytics']);
    await first.flush();
    await first.host.request({ type: 'visitor-ref' }, {});
    await first.stop();
    const second = start(device, documentOf(), { actions: { perform } });
    second.setConsent(['analytics']);
    await second.idle();
    await second.host.request({ type: 'visitor-ref' }, {});
    expect(asked).to.deep.equal(['mine', 'mine']);
  });

  it('never throws from a public member, not even after the stop', async () => {
    const engine = start(newDevice(), documentOf(tour));
    await engine.stop();
    expect(engine.track('page_viewed', {})).to.equal(null);
    engine.setConsent(all);
    engine.page();
    engine.identify('token');
    expect(await engine.open('welcome-tour')).to.equal(false);
    await engine.idle();
    await engine.flush();
    await engine.forget();
    expect(await engine.exportJourney()).to.equal(null);
    expect(engine.inspect().campaigns).to.deep.equal([]);
    await engine.stop();
  });

  it('runs twice on one database as StrictMode starts it', async () => {
    const device = newDevice();
    const ghost = start(device, documentOf(tour));
    const stopping = ghost.stop();
    const engine = start(device, documentOf(tour));
    engine.setConsent(all);
    await stopping;
    await engine.idle();
    expect(viewOf(engine)).to.include({ index: 0 });
  });

  it('J48 keeps the device its anonymous id, whoever signs in on it, until it is forgotten', async () => {
    const engine = start(newDevice(), documentOf());
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    const id = engine.journey.anonymousId();
    for (const token of ['customer-one', 'customer-two', null]) {
      engine.identify(token);
      await engine.idle();
      expect(engine.journey.anonymousId()).to.equal(id);
    }
    await engine.forget();
    expect(engine.journey.anonymousId()).to.not.equal(id);
  });
});
