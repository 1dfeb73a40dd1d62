/** A database as an earlier release left it on a device. */
export interface PastDatabase {
  readonly version: number;
  /** Which release wrote it. */
  readonly of: string;
  /** Rows by store: key and value. The log's keys come from its generator. */
  readonly stores: Readonly<Record<string, readonly (readonly [key: number | string, value: unknown])[]>>;
}

const at = 1_699_999_990_000;
const sid = '018bcfe5-4000-7000-8000-00000000000a';

const event = (seq: number, name: string, props: object): object => ({
  v: 1,
  id: `018bcfe5-4000-7000-8000-00000000000${seq}`,
  name,
  t: at + seq,
  tab: '018bcfe5-4000-7000-8000-0000000000ff',
  tseq: seq,
  page: { url: 'https://shop.example/' },
  consent: ['necessary', 'functional', 'analytics', 'personalization', 'marketing'],
  props,
  sid,
  seq,
});

const segment = (prio: number, ...events: readonly object[]): object => {
  const ev = JSON.stringify(events);
  return { t: at + 9, n: events.length, bytes: ev.length, prio, ev };
};

const log = [
  [1, segment(2, event(1, 'session_started', { number: 3, entry: 'https://shop.example/' }))],
  [2, segment(2, event(2, 'page_viewed', { kind: 'load' }))],
  [3, segment(3, event(3, 'product_viewed', { product: { id: 'hat', category: 'hats', brand: 'Parapet' } }))],
] as const;

const count = { total: 1, lastMs: at + 3, days: { 19675: 1 } };
const profile = {
  v: 1,
  firstMs: at - 9e8,
  lastMs: at + 3,
  counts: { page_viewed: count, product_viewed: count },
  products: {
    hat: { score: { value: 1, atMs: at + 3 }, views: 1, lastMs: at + 3, category: 'hats', brand: 'Parapet' },
  },
  recent: [{ id: 'hat', t: at + 3 }],
  categories: { hats: { value: 1, atMs: at + 3 } },
  brands: { Parapet: { value: 1, atMs: at + 3 } },
  cart: { hat: 1 },
  orders: { count: 2, lastMs: at - 9e8 },
};
const session = { id: sid, startMs: at, lastMs: at + 3, number: 3, pages: 1, seq: 3 };
const consent = 'necessary,functional,analytics,personalization,marketing';
const empty = { dead: [], decision: [], feature: [], play: [] };

/**
 * The journey's database in every version that was ever stored, and within a version in every form of its rows. A new version
 * of the schema adds a fixture here before it changes anything: `packages/core/src/journey/past-versions.test.ts` asks for it.
 */
export const pastJourneys: readonly PastDatabase[] = [
  {
    version: 1,
    of: 'the first form: visits with their first time, no cursor yet',
    stores: {
      ...empty,
      log,
      dest: [],
      sess: [['now', { ...session, consent }]],
      profile: [['now', profile]],
      kv: [
        ['id', 'visitor-1'],
        ['functional/visits', { count: 3, firstMs: at - 9e8, startMs: at, lastMs: at + 3 }],
      ],
    },
  },
  {
    version: 1,
    of: 'with cursors: the first event is with the backend, nothing is known of the log’s size',
    stores: {
      ...empty,
      log,
      dest: [
        ['test', { off: 1, i: 1, logId: 'log-1', nextAt: 0, fails: 0, sent: 1, dropped: { 'too-large': 1 } }],
      ],
      dead: [['test dead-1', { event: { id: 'dead-1', t: at }, reason: 'too-large' }]],
      sess: [
        ['018bcfe5-0000-7000-8000-00000000000a', { ...session, number: 2 }],
        ['now', { ...session, consent }],
      ],
      profile: [['now', profile]],
      kv: [
        ['id', 'visitor-1'],
        ['functional/visits', { count: 3, startMs: at, lastMs: at + 3 }],
      ],
    },
  },
];

/** The shared database of caps and budget. */
export const pastAttention: readonly PastDatabase[] = [
  {
    version: 1,
    of: 'the first form',
    stores: {
      reservation: [
        ['budget', { shows: [at] }],
        ['shop/welcome', { shows: [at], closes: [] }],
      ],
    },
  },
];
