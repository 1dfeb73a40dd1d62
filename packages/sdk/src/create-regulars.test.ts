import type { CodedProblem, DeliveryPort } from '@regulars/core';
import type { CampaignDocument, SignalBatch } from '@regulars/schema';
import { expect } from 'chai';
import { until } from '../../../test/support/until.ts';
import { createRegulars } from './create-regulars.ts';
import type { Regulars, RegularsOptions } from './regulars-port.ts';

const text = { en: { title: 'Your points', hello: 'Hello there' } };

const documentOf = (...campaigns: CampaignDocument['campaigns']): CampaignDocument => ({
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns,
});

const tour: CampaignDocument['campaigns'][number] = {
  id: 'welcome-tour',
  status: 'live',
  trigger: { on: 'page' },
  placement: { overlay: 'tour' },
  widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'hello', onMissing: 'center' }] } },
  content: text,
};

/** Destination that keeps what it is given. */
function createDestination(): DeliveryPort & { readonly batches: SignalBatch[] } {
  const batches: SignalBatch[] = [];
  return {
    id: 'kept',
    limits: { maxEvents: 100, maxBytes: 1e6, maxEventBytes: 1e5, maxAgeMs: 1e9 },
    idempotent: 'event',
    erasure: 'Nothing leaves the test.',
    batches,
    async send(batch) {
      batches.push(batch);
      return { type: 'accepted' };
    },
    exit: () => false,
  };
}

describe('create regulars', () => {
  const running: Regulars[] = [];
  const start = (options: Partial<RegularsOptions> = {}): Regulars => {
    const regulars = createRegulars({ key: crypto.randomUUID(), ...options });
    running.push(regulars);
    return regulars;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()));
    // The attention budget is one for all instances of an origin: what a test showed would silence the next.
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('regulars-attention').onsuccess = resolve;
    });
  });

  it('records rage clicks where the shop asks for it', async () => {
    const regulars = start({ collect: ['frustration'] });
    regulars.setConsent(['analytics']);
    let tries = 0;
    await until(async () => {
      tries += 1;
      for (const clientX of [0, 1, 2])
        document.body.dispatchEvent(
          new MouseEvent('click', { clientX: clientX + 100 * tries, bubbles: true }),
        );
      await regulars.flush();
      const { events = [] } = (await regulars.exportJourney()) ?? {};
      return events.some(({ name }) => name === 'click_frustrated');
    });
  });

  it('refuses to start without a key, in words', () => {
    expect(() => createRegulars({ key: '' }))
      .to.throw()
      .with.property('code', 'key-missing');
  });

  it('stores and sends nothing while consent is pending or refused', async () => {
    const destination = createDestination();
    const key = crypto.randomUUID();
    const regulars = start({ key, adapters: { delivery: [destination] } });
    regulars.track('search_performed', { term: 'lamp' });
    regulars.setConsent([]);
    regulars.track('search_performed', { term: 'lamp' });
    await regulars.flush();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).to.not.include(`regulars/${key}`);
    expect(destination.batches).to.deep.equal([]);
  });

  it('delivers the journey once the visitor agreed', async () => {
    const destination = createDestination();
    const regulars = start({
      consent: ['analytics', 'functional', 'personalization'],
      adapters: { delivery: [destination] },
    });
    await regulars.ready();
    regulars.track('search_performed', { term: 'lamp' });
    await regulars.flush();
    const names = destination.batches.flatMap(({ events }) => events.map(({ name }) => name));
    expect(names).to.include('search_performed');
  });

  it('opens a campaign of the given document, and says why not under a driver', async () => {
    const options = { consent: ['functional', 'analytics', 'personalization'] } as const;
    const silent = start({ ...options, test: { document: documentOf(tour), silent: true } });
    await silent.idle();
    const [quiet] = silent.inspect().campaigns;
    const forced = start({ ...options, test: { document: documentOf(tour), force: true, silent: false } });
    await forced.idle();
    const [opened] = forced.inspect().campaigns;
    expect(quiet?.outcome).to.equal('refused');
    expect(['reserved', 'shown']).to.include(opened?.outcome);
    expect(forced.host.read('overlay')?.type).to.equal('tour');
  });

  it('fetches no feature while nothing of it is decided', async () => {
    const regulars = start({ test: { document: documentOf() } });
    await regulars.idle();
    expect(regulars.inspect().parts).to.include({ tours: null, recommendations: null, rewards: null });
  });

  it('survives failing hooks, adapters and documents, and names each problem once', async () => {
    const problems: CodedProblem[] = [];
    const fail = async (): Promise<never> => {
      throw new Error('broken');
    };
    const regulars = start({
      consent: ['functional', 'analytics', 'personalization'],
      document: '/fake-backend/none/missing.json',
      shop: { cart: fail, customerToken: fail, setVisitorReference: fail, priceAndStock: fail },
      adapters: {
        delivery: [{ ...createDestination(), send: fail }],
        actions: { perform: fail },
        resources: { load: fail },
      },
      onProblem: (problem) => problems.push(problem),
    });
    regulars.track('search_performed', { term: 'lamp' });
    regulars.page();
    regulars.identify('token');
    regulars.identify(null);
    expect(await regulars.open('nothing')).to.equal(false);
    await regulars.idle();
    await regulars.flush();
    await regulars.exportJourney();
    await regulars.forget();
    regulars.inspect();
    const names = problems.map(({ code, key }) => `${code} ${key ?? ''}`);
    expect(names.length).to.be.above(0);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('leaves no element behind and does nothing after its stop', async () => {
    const regulars = start({
      consent: ['functional', 'analytics', 'personalization'],
      test: { document: documentOf(tour), force: true, silent: false },
    });
    await regulars.idle();
    while (!document.querySelector('regulars-overlay')) await new Promise(requestAnimationFrame);
    await regulars.stop();
    expect(document.querySelector('regulars-overlay')).to.equal(null);
    expect(regulars.track('search_performed', { term: 'lamp' })).to.equal(null);
    await regulars.stop();
  });

  it('runs two instances side by side, and the same one twice', async () => {
    const key = crypto.randomUUID();
    const all = [start({ key }), start({ key }), start()];
    for (const one of all) one.setConsent(['functional', 'analytics']);
    await Promise.all(all.map((one) => one.idle()));
    for (const one of all) expect(one.track('search_performed', { term: 'x' })).to.be.a('string');
  });

  it('takes e-mail addresses out of what visitors type, also of what the shop adds, by default', async () => {
    const regulars = createRegulars({
      key: `scrub-${crypto.randomUUID()}`,
      consent: ['functional', 'analytics'],
      middleware: [(draft) => ({ ...draft, props: { ...draft.props, filter: 'for jane@mail.example' } })],
    });
    const { title } = document;
    const address = location.href;
    document.title = 'Results for me@mail.example';
    history.replaceState(
      null,
      '',
      '/reset/me%40mail.example?utm_campaign=4111111111111111&utm_content=me@mail.example',
    );
    regulars.track('filter_used', { filter: 'none', value: 'me@mail.example' });
    regulars.page();
    document.title = title;
    history.replaceState(null, '', address);
    await regulars.flush();
    const { events = [] } = (await regulars.exportJourney()) ?? {};
    const used = events.find(({ name }: { name: string }) => name === 'filter_used');
    expect(used?.props).to.deep.equal({ filter: 'for [email]', value: '[email]' });
    expect(used?.page).to.deep.equal({
      url: `${location.origin}/reset/[email]`,
      title: 'Results for [email]',
    });
    const view = events.findLast(({ name }: { name: string }) => name === 'page_viewed');
    expect(view?.props).to.deep.include({ utm: { campaign: '4111111111111111', content: '[email]' } });
    expect(JSON.stringify(events)).not.to.contain('mail.example');
    await regulars.forget();
    await regulars.stop();
  });
});
