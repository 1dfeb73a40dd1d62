import type { ConsentPurpose } from '@regulars/schema';
import type { StoreName } from '../../packages/core/src/storage/storage-port.ts';

/** One thing that a browser may hold of us. */
export interface Held {
  readonly where: 'journey' | 'attention' | 'localStorage' | 'sessionStorage';
  /** Store of the journey's database. */
  readonly store?: StoreName;
  /** Keys it is found under. */
  readonly key: RegExp;
  /** How the key is written for readers; `*` stands for an id. */
  readonly shown: string;
  readonly purpose: ConsentPurpose | 'functional or analytics' | 'tools';
  readonly what: string;
  readonly until: string;
  /** Fields of the value; none: the value is one text, number or yes. */
  readonly fields?: readonly string[];
}

const withdrawal = 'withdrawal or erasure';
const draws = ['playKey', 'draw', 'claim', 'answers', 'ageConfirmed'];

/** Everything that a browser may hold of us; compared with the stores and purposes of the code. */
export const held: readonly Held[] = [
  {
    where: 'journey',
    store: 'log',
    key: /^\d+$/,
    shown: 'number',
    purpose: 'analytics',
    what: 'What happened in the shop: events in runs of up to 64. `ev` is their text; each has `v`, `id`, `name`, `t` (time), `tab`, `tseq`, `sid` (session), `seq`, `page` (address without parameters, title), `consent` it was recorded under, `props` of its name, and `test` in tests.',
    until: `7 days, 5,000 events or 2 MB; ${withdrawal}`,
    fields: ['t', 'n', 'bytes', 'prio', 'ev'],
  },
  {
    where: 'journey',
    store: 'dest',
    key: /./,
    shown: 'name of a destination',
    purpose: 'analytics',
    what: 'How far a destination has the events, its waits and counts, and the token by which the backend knows this device again.',
    until: withdrawal,
    fields: [
      'off',
      'i',
      'logId',
      'token',
      'until',
      'nextAt',
      'fails',
      'reason',
      'visitorToken',
      'sent',
      'dropped',
    ],
  },
  {
    where: 'journey',
    store: 'dead',
    key: /./,
    shown: 'destination and event id',
    purpose: 'analytics',
    what: 'Events that a destination refused, for the debug panel.',
    until: `the latest 100; ${withdrawal}`,
    fields: ['event', 'reason'],
  },
  {
    where: 'journey',
    store: 'sess',
    key: /^(now|[\da-f-]{36})$/,
    shown: '`now`, or a session id',
    purpose: 'analytics',
    what: 'The current session and those before it: when, how many pages, under which consent.',
    until: `the latest 50; ${withdrawal}`,
    fields: ['id', 'startMs', 'lastMs', 'number', 'pages', 'seq', 'consent'],
  },
  {
    where: 'journey',
    store: 'profile',
    key: /^now$/,
    shown: '`now`',
    purpose: 'personalization',
    what: 'What the journey adds up to: counts, products (200 at most), the last 50 views, interest in categories and brands, cart, orders, the campaign that brought the visitor first and last.',
    until: `the oldest make way; ${withdrawal}`,
    fields: [
      'v',
      'firstMs',
      'lastMs',
      'counts',
      'about',
      'products',
      'recent',
      'categories',
      'brands',
      'cart',
      'cartTotal',
      'orders',
      'firstTouch',
      'lastTouch',
    ],
  },
  {
    where: 'journey',
    store: 'feature',
    key: /^functional\/tour:/,
    shown: '`functional/tour:*`',
    purpose: 'functional',
    what: 'How far a tour is, so that it goes on after a page load.',
    until: 'its end, or a day without it by default; withdrawal or erasure',
    fields: ['version', 'index', 'path', 'answers', 'seen', 'at', 'ttl', 'until', 'lead'],
  },
  {
    where: 'journey',
    store: 'feature',
    key: /^functional\/guide:/,
    shown: '`functional/guide:*`',
    purpose: 'functional',
    what: 'What was read, folded, closed or done of checklists, hints and announcements.',
    until: withdrawal,
    fields: ['version', 'over', 'folded', 'counts', 'finished'],
  },
  {
    where: 'journey',
    store: 'play',
    key: /^necessary\/play:/,
    shown: '`necessary/play:*`',
    purpose: 'necessary',
    what: 'A game that the visitor began: its key, the prize and its code, given answers.',
    until: 'erasure',
    fields: draws,
  },
  {
    where: 'journey',
    store: 'play',
    key: /^necessary\/(redeem:|visitor-token$)/,
    shown: '`necessary/redeem:*`, `necessary/visitor-token`',
    purpose: 'necessary',
    what: 'The key of a wish that still waits for its answer; the token by which the backend knows whose game it is.',
    until: 'the answer; erasure',
  },
  {
    where: 'journey',
    store: 'kv',
    key: /^id$/,
    shown: '`id`',
    purpose: 'functional or analytics',
    what: 'Random id of this device.',
    until: withdrawal,
  },
  {
    where: 'journey',
    store: 'kv',
    key: /^functional\/visits$/,
    shown: '`functional/visits`',
    purpose: 'functional',
    what: 'How many visits there were.',
    until: withdrawal,
    fields: ['count', 'startMs', 'lastMs'],
  },
  {
    where: 'journey',
    store: 'kv',
    key: /^functional\/document/,
    shown: '`functional/document*`',
    purpose: 'functional',
    what: 'Copy of the shop’s campaign document; nothing of the visitor.',
    until: 'a newer document; withdrawal or erasure',
    fields: ['checked', 'etag'],
  },
  {
    where: 'journey',
    store: 'kv',
    key: /^functional\/(signed-in|visitor-token|visitor-ref)$/,
    shown: '`functional/signed-in`, `…/visitor-token`, `…/visitor-ref`',
    purpose: 'functional',
    what: 'Whether somebody is signed in; the token by which the backend knows this device again; the session in which the shop’s cart got its reference.',
    until: withdrawal,
  },
  {
    where: 'journey',
    store: 'kv',
    key: /^necessary\/off$/,
    shown: '`necessary/off`',
    purpose: 'necessary',
    what: 'What the visitor switched off: personal lists, games.',
    until: 'it is on again; erasure',
  },
  {
    where: 'attention',
    key: /\/(?!budget$)/,
    shown: '`<write key>/<campaign>`',
    purpose: 'functional',
    what: 'How often a campaign was shown, closed, clicked and completed, so that it is not shown too often; whether tips are off.',
    until: withdrawal,
    fields: [
      'shows',
      'count',
      'dismissed',
      'completed',
      'clicked',
      'tags',
      'kind',
      'dismissedAt',
      'version',
      'arms',
    ],
  },
  {
    where: 'attention',
    key: /^budget$/,
    shown: '`budget`',
    purpose: 'functional',
    what: 'When something last lay over the page, for all instances of the origin together.',
    until: 'the last 50 shows; withdrawal or erasure',
    fields: ['seenMs', 'shows', 'lease'],
  },
  {
    where: 'localStorage',
    key: /^regulars\/.+\/left\//,
    shown: '`regulars/<write key>/left/*`',
    purpose: 'analytics',
    what: 'What a page could not store or give back in its last moment: events, the word that it sends no more, that it leads no tour.',
    until: 'the next page; withdrawal or erasure',
  },
  {
    where: 'sessionStorage',
    key: /^regulars-(debug|pick)/,
    shown: '`regulars-debug`, `regulars-pick*`',
    purpose: 'tools',
    what: 'Tools that somebody of the shop opened by the page’s address, and steps they picked.',
    until: 'the tab',
  },
];
