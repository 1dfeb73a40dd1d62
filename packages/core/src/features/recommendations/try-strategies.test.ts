import { expect } from 'chai';
import {
  createTestFiles,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { smallIndex } from '../../../../../test/support/small-index.ts';
import { storedKeys } from '../../../../../test/support/stored-keys.ts';
import { until } from '../../../../../test/support/until.ts';
import type { CarouselView } from '../widget-view.ts';
import { recommendations } from './recommendations.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
const documentOf = (more: object = {}) => ({
  ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
  campaigns: [
    {
      ...{ id: 'list', status: 'live', purpose: 'necessary', trigger: { on: 'page' } },
      placement: { slot: 'home' },
      widget: {
        type: 'carousel',
        props: { strategy: 'similar', tries: ['for-you', 'popular'], min: 2, max: 4 },
      },
      content: { en: { title: 'For you' } },
      ...more,
    },
  ],
});
/** The index with what the shop published of the list. */
const published = (tried: object): Readonly<Record<string, string>> => ({
  ...smallIndex,
  '/index/manifest.json': JSON.stringify({
    ...JSON.parse(smallIndex['/index/manifest.json'] ?? ''),
    tried: { list: tried },
  }),
});
const better = { 'for-you': [100_000, 500], popular: [100_000, 9000] };

describe('a list that tries several strategies', () => {
  const running: TestEngine[] = [];
  const start = async (
    device: TestDevice,
    files = smallIndex,
    { consent = all as readonly (typeof all)[number][], more = {} } = {},
  ) => {
    const engine = startEngine(device, documentOf(more), {
      resources: createTestFiles(files),
      parts: [recommendations({ index: '/index/manifest.json' })],
    });
    engine.host.subscribe('home', () => {});
    running.push(engine);
    engine.setConsent(consent);
    engine.page();
    await engine.idle();
    return engine;
  };
  const viewOf = (engine: TestEngine) => engine.host.read('home') as CarouselView | null;
  const told = (engine: TestEngine) =>
    (engine.inspect().parts.recommendations as Record<string, { tried?: Record<string, object> }>).home
      ?.tried;
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('takes what the shop’s published counts prove better, names it in every measurement, and says from what it was drawn', async () => {
    const engine = await start(newDevice(), published(better));
    expect(viewOf(engine)).to.include({ strategy: 'popular', state: 'ready' });
    engine.host.report({ type: 'shown', campaignId: 'list' });
    for (const act of ['viewed', 'clicked'] as const)
      engine.host.report({ type: 'card', campaignId: 'list', act, productId: 'p1', position: 0 });
    const events = engine
      .inspect()
      .events.map(({ event }) => event)
      .filter(({ name }) => name.startsWith('recommendation_'));
    expect(events).to.have.length(3);
    for (const { props } of events) expect(props).to.include({ strategy: 'popular' });
    expect(told(engine)?.popular).to.include({ views: 100_000, clicks: 9000 });
    expect(told(engine)?.['for-you']).to.include({ views: 100_000, clicks: 500 });
  });

  it('learns on the device: what was seen and followed here counts for the next page, until the leave is withdrawn', async () => {
    const device = newDevice();
    const one = await start(device, published(better));
    for (const act of ['viewed', 'viewed', 'clicked'] as const)
      one.host.report({ type: 'card', campaignId: 'list', act, productId: 'p1', position: 0 });
    await until(async () => (await storedKeys(device.name, 'feature')).length === 1);
    await one.flush();
    await one.stop();
    const two = await start(device, published(better));
    expect(told(two)?.popular).to.include({ views: 100_002, clicks: 9001 });
    two.setConsent(['functional', 'analytics']);
    await until(async () => (await storedKeys(device.name, 'feature')).length === 0);
    await two.stop();
    const three = await start(device, published(better));
    expect(told(three)?.popular).to.include({ views: 100_000, clicks: 9000 });
  });

  it('keeps nothing of the device without leave to personalise', async () => {
    const device = newDevice();
    const one = await start(device, smallIndex, { consent: ['functional', 'analytics'] });
    one.host.report({ type: 'card', campaignId: 'list', act: 'viewed', productId: 'p1', position: 0 });
    await one.flush();
    await one.stop();
    const two = await start(device, smallIndex);
    expect(told(two)?.popular).to.include({ views: 0, clicks: 0 });
  });

  it('draws nothing for who is held out', async () => {
    const engine = await start(newDevice(), published(better), { more: { holdout: 1 } });
    expect(viewOf(engine)).to.include({ strategy: 'popular' });
    expect(told(engine)).to.equal(undefined);
  });

  it('tries both where nothing is known yet', async () => {
    const seen = new Set<string | undefined>();
    for (let visit = 0; visit < 40 && seen.size < 2; visit += 1) {
      const engine = await start(newDevice());
      seen.add(viewOf(engine)?.strategy);
      await engine.stop();
    }
    expect([...seen].sort()).to.deep.equal(['for-you', 'popular']);
  });
});
