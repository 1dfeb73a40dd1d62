import type { IndexManifest, RowShard } from '@regulars/schema';
import { expect } from 'chai';
import { createTestFiles, newDevice, startEngine } from '../../../../../test/support/engine.ts';
import { smallIndex } from '../../../../../test/support/small-index.ts';
import type { CarouselView } from '../widget-view.ts';
import { recommendations } from './recommendations.ts';

const departments = [0, 1, 2, 3, 4, 5] as const;

/** A shop of six departments, each with its own shard of rows: the looked-at product leads to two best sellers. */
function sixDepartments(): Readonly<Record<string, string>> {
  const manifest = JSON.parse(smallIndex['/index/manifest.json'] ?? '') as IndexManifest;
  const own: IndexManifest = {
    ...manifest,
    rowShards: departments.map((at) => `rows-${at}.json`),
    categories: Object.fromEntries(departments.map((at) => [`d${at}`, { rows: [at], card: 0, popular: [] }])),
  };
  const shard = (at: number): RowShard => ({
    ...{ ids: [`x${at}`, `p${at + 1}`, `p${at + 2}`], cards: [0, 0, 0], rows: [[1, 200, 2, 180]] },
  });
  return {
    ...smallIndex,
    '/index/manifest.json': JSON.stringify(own),
    ...Object.fromEntries(departments.map((at) => [`/index/rows-${at}.json`, JSON.stringify(shard(at))])),
  };
}

describe('files before a list', () => {
  // What these files weigh in a shop of 100,000 products, and how long ranking takes there: npm run bench -- recommend.
  it('R47 a product page after looks in six departments asks for two shards of rows and no lookup before its list shows', async () => {
    const files = createTestFiles(sixDepartments());
    const engine = startEngine(
      newDevice(),
      {
        ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
        campaigns: [
          {
            ...{ id: 'for-you', status: 'live', purpose: 'necessary', placement: { slot: 'home' } },
            ...{ trigger: { on: 'page' }, content: { en: { title: 'For you' } } },
            widget: { type: 'carousel', props: { strategy: 'for-you', min: 2, max: 4 } },
          },
        ],
      },
      { resources: files, parts: [recommendations({ index: '/index/manifest.json' })] },
    );
    engine.host.subscribe('home', () => {});
    engine.setConsent(['functional', 'analytics', 'personalization', 'marketing']);
    for (const at of departments)
      engine.track('product_viewed', { product: { id: `x${at}`, category: `d${at}` } });
    await engine.flush();
    engine.page();
    await engine.idle();
    const view = engine.host.read('home') as CarouselView | null;
    const loaded = files.loaded.filter((name) => !name.includes('cards-'));
    await engine.stop();
    expect(view?.state).to.equal('ready');
    expect(loaded).to.deep.equal(['/index/manifest.json', '/index/rows-5.json', '/index/rows-4.json']);
    expect(view?.cards[0]?.because).to.equal('x5');
  });
});
