import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { algoliaRanker } from '@regulars/adapters/rank-algolia';
import { recombeeRanker } from '@regulars/adapters/rank-recombee';
import type { Ranker, RankQuestion } from '@regulars/core/recommendations';
import type { Strategy } from '@regulars/schema';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`vendors/${name}.json`, import.meta.url), 'utf8'));

type Fields = Readonly<Record<string, string>>;
const algolia: {
  readonly request: Readonly<Record<'method' | 'host' | 'path', string>> & {
    readonly headers: Fields;
    readonly body: readonly string[];
  };
  readonly common: Fields;
  readonly models: Readonly<Record<string, Fields>>;
  readonly answer: Readonly<Record<'list' | 'hits' | 'id', string>>;
  readonly client: { readonly path: string; readonly method: string; readonly body: unknown };
} = read('algolia-facts');
const recombee: {
  readonly now: number;
  readonly hosts: Readonly<Record<string, string>>;
  readonly ids: Readonly<Record<'taken' | 'refused', readonly string[]>>;
  readonly answer: Readonly<Record<'list' | 'id', string>>;
  readonly requests: readonly {
    readonly ask: { readonly user: string; readonly item?: string };
    readonly address: string;
    readonly method: string;
    readonly type: string;
    readonly body: unknown;
  }[];
} = read('recombee');

const question: RankQuestion = {
  ...{ strategy: 'for-you', slot: 'home', campaignId: 'for-you', max: 12, locale: 'en' },
  ...{ seen: ['a', 'b'], inCart: ['c'] },
};

/** Asks a ranker; what went over the wire, and what it made of the answer. */
async function askedBy(t: TestContext, ranker: Ranker, asked: RankQuestion, answer: unknown = {}) {
  let sent: { url: URL; init: RequestInit } | undefined;
  const mock = t.mock.method(globalThis, 'fetch', async (url: string, init: RequestInit) => {
    sent = { url: new URL(url), init };
    return new Response(JSON.stringify(answer));
  });
  const found = await ranker.rank(asked, { signal: new AbortController().signal });
  mock.mock.restore();
  assert.ok(sent);
  const { url, init } = sent;
  const headers = init.headers as Readonly<Record<string, string>>;
  return { url, headers, method: init.method, body: JSON.parse(String(init.body)), found };
}

/** Whether a value is what a fact asks for: `text`, `number 0 to 100`, `whole 1 to 30`. */
function fits(value: unknown, fact: string): boolean {
  if (fact.includes('text')) return typeof value === 'string' && value !== '';
  const [, kind, low, high] = fact.match(/(number|whole) (\d+) to (\d+)/) ?? [];
  return (
    typeof value === 'number' &&
    (kind !== 'whole' || Number.isInteger(value)) &&
    value >= Number(low) &&
    value <= Number(high)
  );
}

const strategies: readonly Strategy[] = [
  'for-you',
  'similar',
  'bought-together',
  'complete-the-set',
  'trending',
];
const questions = strategies.flatMap((strategy) =>
  [1, 12, 60].flatMap((max) =>
    [{ current: 'z' }, { seen: [] }, { inCart: [] }, { seen: [], inCart: [] }, {}].map((more) => ({
      ...{ ...question, strategy, max },
      ...more,
    })),
  ),
);

test('Algolia Recommend: every request of every strategy is one that its OpenAPI document knows', async (t) => {
  const { request, common, models, answer } = algolia;
  const used = new Set<string>();
  for (const threshold of [undefined, 0, 62.5, 100])
    for (const asked of questions) {
      const options = { applicationId: 'APP', apiKey: 'key', indexName: 'products', threshold };
      const sent = await askedBy(t, algoliaRanker(options), asked, { [answer.list]: [] });
      assert.deepEqual(
        [sent.url.protocol, sent.url.host, sent.url.pathname, sent.url.search, sent.method],
        ['https:', request.host.toLowerCase(), request.path, '', request.method],
      );
      for (const [name, value] of Object.entries(request.headers)) assert.equal(sent.headers[name], value);
      assert.deepEqual(Object.keys(sent.body), request.body);
      for (const one of sent.body.requests) {
        const fields: Fields | undefined = models[one.model] && { ...common, ...models[one.model] };
        assert.ok(fields, `no model ${one.model}`);
        used.add(one.model);
        for (const [name, value] of Object.entries(one))
          assert.ok(fits(value, fields[name] ?? ''), `${one.model}: ${name} is ${JSON.stringify(value)}`);
        for (const [name, fact] of Object.entries(fields))
          assert.ok(!fact.startsWith('needed') || name in one, `${one.model} without ${name}`);
      }
    }
  assert.deepEqual([...used].sort(), ['bought-together', 'related-products', 'trending-items']);
});

test('Algolia Recommend: the same request as its own npm client, and its answer is read', async (t) => {
  const ranker = algoliaRanker({ applicationId: 'APP', apiKey: 'key', indexName: 'products' });
  const { list, hits, id } = algolia.answer;
  const answer = { [list]: [{ [hits]: [{ [id]: 'p' }, { [id]: 'q' }] }, { [hits]: [{ [id]: 'r' }] }] };
  const { url, method, body, found } = await askedBy(t, ranker, question, answer);
  assert.deepEqual({ path: url.pathname, method, body }, algolia.client);
  assert.deepEqual(
    found?.items.map((item) => item.id),
    ['p', 'r', 'q'],
  );
});

test('Recombee: address, signature and body are those of its own npm client', async (t) => {
  t.mock.method(Date, 'now', () => recombee.now);
  const { list, id } = recombee.answer;
  assert.equal(recombee.requests.length, 4);
  for (const { ask, address, method, type, body } of recombee.requests) {
    const target = { databaseId: 'shop-db', publicToken: 'public-token', userId: () => ask.user };
    const asked: RankQuestion = ask.item ? { ...question, strategy: 'similar', current: ask.item } : question;
    const sent = await askedBy(t, recombeeRanker(target), asked, { [list]: [{ [id]: 'tv' }] });
    assert.equal(`${sent.url.pathname}${sent.url.search}`, address);
    assert.deepEqual([sent.method, sent.headers['content-type'], sent.body], [method, type, body]);
    assert.deepEqual(sent.found?.items, [{ id: 'tv' }]);
  }
});

test('Recombee: an id it refuses is not asked about, so that the device ranks', async (t) => {
  const fetched = t.mock.method(globalThis, 'fetch', async () => new Response('{"recomms":[]}'));
  const { taken, refused } = recombee.ids;
  for (const id of [...taken, ...refused])
    for (const [user, current] of [
      [id, undefined],
      ['u', id],
    ] as const) {
      fetched.mock.resetCalls();
      const target = { databaseId: 'shop-db', publicToken: 'public-token', userId: () => user };
      const asked: RankQuestion = { ...question, strategy: 'similar', current };
      const { signal } = new AbortController();
      const found = await recombeeRanker(target).rank(asked, { signal });
      assert.equal(fetched.mock.callCount(), taken.includes(id) ? 1 : 0, id);
      assert.equal(found === null, refused.includes(id), id);
    }
});

test('Recombee: each region is asked where its own client asks it', async (t) => {
  for (const region of [undefined, 'ap-se', 'ca-east', 'eu-west', 'us-west'] as const) {
    const target = { databaseId: 'shop-db', publicToken: 'public-token', userId: () => 'u', region };
    const { url } = await askedBy(t, recombeeRanker(target), question, { recomms: [] });
    assert.equal(url.origin, `https://${recombee.hosts[region ?? 'general']}`);
  }
});
