import { expect } from 'chai';
import {
  createTestFiles,
  newDevice,
  startEngine,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { smallIndex } from '../../../../../test/support/small-index.ts';
import type { CarouselView } from '../widget-view.ts';
import type { Ranker, RankQuestion } from './rank-port.ts';
import { recommendations } from './recommendations.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
const document = (props: object) => ({
  ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
  campaigns: [
    {
      ...{
        id: 'list',
        status: 'live',
        purpose: 'necessary',
        trigger: { on: 'page' },
        placement: { slot: 'home' },
      },
      widget: { type: 'carousel', props: { strategy: 'for-you', min: 2, max: 4, ...props } },
      content: { en: { title: 'For you' } },
    },
  ],
});

describe('a backend that ranks', () => {
  const running: TestEngine[] = [];
  const start = async (
    ranker: Ranker,
    { props = {}, consent = all as readonly (typeof all)[number][], files = smallIndex } = {},
  ) => {
    const parts = [recommendations({ index: '/index/manifest.json', ranker })];
    const engine = startEngine(newDevice(), document(props), { resources: createTestFiles(files), parts });
    engine.host.subscribe('home', () => {});
    running.push(engine);
    engine.setConsent(consent);
    engine.page();
    await engine.idle();
    return engine;
  };
  const cards = (engine: TestEngine) =>
    (engine.host.read('home') as CarouselView | null)?.cards.map(
      ({ product, source }) => `${product.id} ${source}`,
    );
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('leads the list, under the rules of the shop, and the index fills the rest', async () => {
    const asked: RankQuestion[] = [];
    const ranker: Ranker = {
      async rank(question) {
        asked.push(question);
        return {
          items: [{ id: 'far', product: { id: 'far', title: 'Far' } }, { id: 'p2' }, { id: 'p1' }],
          version: 'm7',
        };
      },
    };
    const engine = await start(ranker, { props: { exclude: ['p2'] } });
    expect(cards(engine)).to.deep.equal(['far remote', 'p1 remote', 'p3 popular', 'p4 popular']);
    expect(engine.host.read('home')).to.include({ indexVersion: 'm7' });
    expect(asked[0]).to.deep.include({
      strategy: 'for-you',
      slot: 'home',
      campaignId: 'list',
      seen: [],
      inCart: [],
    });
  });

  it('is not asked without leave to personalise', async () => {
    let asked = 0;
    const engine = await start(
      { rank: async () => Object.assign({ items: [] }, { asked: asked++ }) },
      { consent: ['functional'] },
    );
    expect(asked).to.equal(0);
    expect(cards(engine)?.[0]).to.equal('p1 popular');
  });

  it('is left behind when it fails, is silent too long or says nothing usable, and that is reported once', async () => {
    const wrong: Ranker[] = [
      { rank: () => Promise.reject(new Error('down')) },
      { rank: () => new Promise(() => {}), timeoutMs: 5 },
      { rank: async () => ({ items: 'none' }) as never },
    ];
    for (const ranker of wrong) {
      const engine = await start(ranker);
      expect(cards(engine)?.[0]).to.equal('p1 popular');
      expect(engine.problems).to.deep.equal(['ranker-failed for-you']);
    }
  });

  it('is enough without an index', async () => {
    const items = ['x', 'y'].map((id) => ({ id, product: { id, title: id } }));
    const engine = await start({ rank: async () => ({ items }) }, { files: {} as typeof smallIndex });
    expect(cards(engine)).to.deep.equal(['x remote', 'y remote']);
  });
});
