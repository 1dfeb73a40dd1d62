import type { RankQuestion } from '@regulars/core/recommendations';
import { expect } from 'chai';
import { openFakeBackend } from '../../../test/support/fake-backend.ts';
import { algoliaRanker } from './rank-algolia.ts';
import { httpRanker } from './rank-http.ts';
import { recombeeRanker } from './rank-recombee.ts';

const go = () => ({ signal: new AbortController().signal });
const question: RankQuestion = {
  ...{ strategy: 'for-you', slot: 'home', campaignId: 'for-you', max: 12, locale: 'en' },
  ...{ seen: ['a', 'b'], inCart: ['c'] },
};

describe('ranking backends', () => {
  it("asks the shop's own backend with the whole question, and takes ids, products and version", async () => {
    const backend = openFakeBackend();
    const product = { id: 'x', title: 'X' };
    await backend.setMood({
      status: 200,
      body: JSON.stringify({ items: [{ id: 'x', product }, { id: 7 }, {}], version: 'm3' }),
    });
    const ranker = httpRanker({ url: `${backend.url}/rank`, headers: { 'x-shop': 'one' } });
    expect(await ranker.rank(question, go())).to.deep.equal({
      version: 'm3',
      items: [
        { id: 'x', product },
        { id: '7', product: undefined },
      ],
    });
    const [seen] = await backend.log();
    expect(JSON.parse(seen?.body ?? '')).to.deep.equal(question);
    expect([seen?.cookie, seen?.referrer]).to.deep.equal(['', '']);
    await backend.setMood({ status: 204, body: '' });
    expect(await ranker.rank(question, go())).to.equal(null);
  });

  it('asks Algolia Recommend as its REST reference says, and alternates the answers', async () => {
    const backend = openFakeBackend();
    const hits = (...ids: string[]) => ({
      hits: ids.map((objectID) => ({ objectID, id: 'other', _score: 50 })),
    });
    await backend.setMood({
      status: 200,
      body: JSON.stringify({ results: [hits('p', 'q'), hits('r', 'p', 's')] }),
    });
    const ranker = algoliaRanker({
      applicationId: 'APP',
      apiKey: 'key',
      indexName: 'products',
      endpoint: backend.url,
    });
    const answer = await ranker.rank(question, go());
    expect(answer?.items.map(({ id }) => id)).to.deep.equal(['p', 'r', 'q', 's']);
    const common = { indexName: 'products', threshold: 0, maxRecommendations: 12 };
    const requests = async () => JSON.parse((await backend.log()).at(-1)?.body ?? '').requests;
    expect(await requests()).to.deep.equal([
      { ...common, model: 'related-products', objectID: 'a' },
      { ...common, model: 'related-products', objectID: 'b' },
    ]);
    expect((await backend.log()).at(-1)?.path).to.match(/^1\/indexes\/\*\/recommendations$/);
    await ranker.rank({ ...question, strategy: 'bought-together' }, go());
    expect(await requests()).to.deep.equal([{ ...common, model: 'bought-together', objectID: 'c' }]);
    await ranker.rank({ ...question, strategy: 'similar', current: 'z' }, go());
    expect(await requests()).to.deep.equal([{ ...common, model: 'related-products', objectID: 'z' }]);
    await ranker.rank({ ...question, strategy: 'trending' }, go());
    expect(await requests()).to.deep.equal([{ ...common, model: 'trending-items' }]);
  });

  it('asks Recombee with a signed address and the documented body', async () => {
    const backend = openFakeBackend();
    await backend.setMood({
      status: 200,
      body: JSON.stringify({
        recommId: 'r1',
        recomms: [{ id: 'tv-178' }, { id: 'mixer-42' }],
        numberNextRecommsCalls: 0,
      }),
    });
    const options = { databaseId: 'shop-db', publicToken: 'public-token' };
    const ranker = recombeeRanker({ ...options, endpoint: backend.url, userId: () => 'u:1' });
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = (url, init) => {
      asked.push(String(url));
      return fetch(url, init);
    };
    const now = Date.now;
    Date.now = () => 1_700_000_000_500;
    try {
      const answer = await ranker.rank(question, go());
      expect(answer?.items).to.deep.equal([{ id: 'tv-178' }, { id: 'mixer-42' }]);
      await ranker.rank({ ...question, strategy: 'similar', current: 'tv' }, go());
    } finally {
      Date.now = now;
      globalThis.fetch = fetch;
    }
    const [user, item] = await backend.log();
    // openssl dgst -sha1 -hmac public-token over the address without its host and signature.
    expect(asked[0]).to.match(
      /\/shop-db\/recomms\/users\/u%3A1\/items\/\?frontend_timestamp=1700000000&frontend_sign=75d6ab8f4dcdafd6de1dccf318e51e1d0ed67526$/,
    );
    expect(JSON.parse(user?.body ?? '')).to.deep.equal({ count: 12, scenario: 'home', cascadeCreate: true });
    expect(asked[1]).to.contain(
      '/shop-db/recomms/items/tv/items/?frontend_timestamp=1700000000&frontend_sign=',
    );
    expect(JSON.parse(item?.body ?? '')).to.deep.include({ targetUserId: 'u:1' });
    const stranger = recombeeRanker({ ...options, endpoint: backend.url, userId: () => undefined });
    expect(await stranger.rank(question, go())).to.equal(null);
  });

  it('rejects on a refusal and on an answer without a list, so that the device ranks', async () => {
    const backend = openFakeBackend();
    const ranker = httpRanker({ url: backend.url });
    for (const mood of [
      { status: 500, body: '{}' },
      { status: 200, body: '{"things":[]}' },
      { status: 200, body: '<html>' },
    ]) {
      await backend.setMood(mood);
      const said = await ranker.rank(question, go()).then(
        () => 'answered',
        () => 'rejected',
      );
      expect(said).to.equal('rejected');
    }
  });
});
