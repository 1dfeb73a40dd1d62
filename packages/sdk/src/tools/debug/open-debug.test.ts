import 'axe-core/axe.min.js';
import type { CodedProblem, Inspection } from '@regulars/core';
import { expect } from 'chai';
import { debugMessages } from './debug-words.ts';
import { openDebug } from './open-debug.ts';

type Axe = {
  run(context: Element): Promise<{ violations: { id: string }[]; passes: { nodes: unknown[] }[] }>;
};

const inspection: Inspection = {
  mode: 'idb',
  consent: { state: 'answered', granted: ['necessary', 'analytics'] },
  anonymousId: 'visitor-1',
  session: { id: 's', startMs: 0, lastMs: 0, number: 2, pages: 3 },
  sessionNumber: 2,
  profile: {
    v: 1,
    firstMs: 1,
    lastMs: 2,
    counts: {},
    products: {},
    recent: [{ id: 'chair-1', t: 1000 }],
    categories: { chairs: { value: 2.5, atMs: 0 } },
    brands: {},
    cart: { 'chair-1': 1 },
    orders: { count: 0 },
  },
  events: [
    {
      state: 'stored',
      event: {
        v: 1,
        id: 'event-1',
        name: 'search_performed',
        t: 1000,
        tab: 't',
        tseq: 1,
        page: { url: '/search' },
        props: { term: '<img src=x onerror=alert(1)>' },
        consent: ['necessary'],
      },
    },
  ],
  campaigns: [
    {
      id: 'welcome-tour',
      outcome: 'refused',
      slot: 'overlay',
      reasons: [
        { step: 'trigger', ok: true, why: 'fired' },
        { step: 'audience', ok: false, why: 'false', trace: [{ path: 'all[0]', result: false, found: 4 }] },
      ],
    },
  ],
  slots: { overlay: null },
  delivery: [
    { id: 'http', state: 'paused', reason: 'key-unknown', queued: 3, sent: 4, dropped: {}, fails: 1 },
  ],
  problems: [{ code: 'document-unavailable', message: 'http-404', key: '/campaigns.json' }],
  tour: null,
  parts: {
    recommendations: {
      'home-for-you': {
        campaignId: 'home-for-you',
        state: 'ready',
        strategy: 'for-you',
        personal: false,
        why: 'empty-journey',
        cards: [{ id: 'chair-2', source: 'popular' }],
        tried: { 'for-you': { views: 300, clicks: 12, share: 0.0421 } },
      },
    },
  },
};

/** A source whose inspection the test changes. */
function createSource(): {
  inspection: Inspection;
  tell(): void;
  listeners: Set<() => void>;
  source: Parameters<typeof openDebug>[0];
} {
  const listeners = new Set<() => void>();
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const room = {
    inspection,
    listeners,
    tell() {
      for (const listener of listeners) listener();
    },
    source: { inspect: () => room.inspection, journey: { onEvent: listen, onProfile: listen } },
  };
  return room;
}

const panel = (): ShadowRoot => document.querySelector('regulars-debug')?.shadowRoot as ShadowRoot;
const section = (id: string): HTMLDetailsElement =>
  panel().querySelector(`[data-section="${id}"]`) as HTMLDetailsElement;
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

describe('debug panel', () => {
  let close = (): void => {};
  afterEach(() => close());

  for (const locale of Object.keys(debugMessages)) {
    it(`is accessible with everything open, in ${locale}`, async () => {
      close = openDebug(createSource().source, { onClose() {}, locale });
      for (const one of panel().querySelectorAll('details')) one.open = true;
      const host = document.querySelector('regulars-debug') as Element;
      const result = await (globalThis as unknown as { axe: Axe }).axe.run(host);
      expect(result.violations.map(({ id }) => id)).to.deep.equal([]);
      expect(result.passes.flatMap(({ nodes }) => nodes).length).to.be.above(20);
    });
  }

  it('has every text in every locale', () => {
    const keys = Object.keys(debugMessages.en ?? {});
    for (const messages of Object.values(debugMessages)) expect(Object.keys(messages)).to.deep.equal(keys);
  });

  it('shows each campaign with every reason and the trace of its audience', () => {
    close = openDebug(createSource().source, { onClose() {}, locale: 'en' });
    const text = section('campaigns').textContent;
    for (const word of ['welcome-tour', 'not shown', 'Trigger', 'Audience', 'all[0] → false', '4']) {
      expect(text).to.contain(word);
    }
  });

  it('says that a list fell back, and where its cards come from', () => {
    close = openDebug(createSource().source, { onClose() {}, locale: 'en' });
    const text = section('recommendations').textContent;
    for (const word of [
      'home-for-you',
      'fallback: popular products',
      'empty-journey',
      'chair-2',
      'popular',
      'Tried: for-you',
      '12 / 300 → 0.0421',
    ]) {
      expect(text).to.contain(word);
    }
  });

  it('shows what visitors typed as text, never as markup', () => {
    close = openDebug(createSource().source, { onClose() {}, locale: 'en' });
    expect(panel().querySelector('img')).to.equal(null);
    expect(section('journey').textContent).to.contain('<img src=x');
  });

  it('shows each event’s way: captured, stored, sent, acknowledged, or given up and why', async () => {
    const room = createSource();
    const [first] = inspection.events;
    const seen = (id: string, state: 'refused' | 'waiting' | 'stored') => ({
      state,
      event: { ...first!.event, id },
    });
    const events = [
      seen('a', 'refused'),
      seen('b', 'waiting'),
      ...['c', 'd', 'e', 'f'].map((id) => seen(id, 'stored')),
    ];
    const told = (ways: object) => [
      { id: 'http', state: 'idle', queued: 0, sent: 0, dropped: {}, fails: 0, ways },
      {
        id: 'segment',
        state: 'idle',
        queued: 0,
        sent: 0,
        dropped: {},
        fails: 0,
        ways: { f: { step: 'queued' } },
      },
    ];
    room.inspection = { ...inspection, events, delivery: told({ d: { step: 'sending' } }) };
    close = openDebug(room.source, { onClose() {}, locale: 'en' });
    const linesOf = (id: string): string[] =>
      [...panel().querySelectorAll(`[data-key="event-${id}"] .way`)].map((line) =>
        [...line.children].map(({ textContent }) => textContent).join(' > '),
      );
    const chipOf = (id: string): string | null | undefined =>
      panel().querySelector(`[data-key="event-${id}"] .state`)?.textContent;
    expect(['a', 'b', 'c', 'd'].map(linesOf)).to.deep.equal([
      ['captured > not allowed'],
      ['captured > waiting'],
      ['captured > stored'],
      ['http > captured > stored > being sent'],
    ]);
    room.inspection = {
      ...room.inspection,
      delivery: told({
        d: { step: 'acknowledged' },
        e: { step: 'dropped', reason: 'too-large' },
        f: { step: 'acknowledged' },
      }),
    };
    room.tell();
    await frame();
    await frame();
    expect(['d', 'e', 'f'].map(linesOf)).to.deep.equal([
      ['http > captured > stored > sent > acknowledged'],
      ['http > captured > stored > given up > too-large'],
      ['http > captured > stored > sent > acknowledged', 'segment > captured > stored > waits to be sent'],
    ]);
    // Of several destinations, the one that is behind.
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map(chipOf)).to.deep.equal([
      'not allowed',
      'waiting',
      'stored',
      'acknowledged',
      'given up',
      'waits to be sent',
    ]);
  });

  it('asks for attention where something is wrong', () => {
    close = openDebug(createSource().source, { onClose() {}, locale: 'en' });
    expect(section('problems').classList.contains('alert')).to.equal(true);
    expect(section('delivery').classList.contains('alert')).to.equal(true);
    expect(section('delivery').textContent).to.contain('key-unknown');
    expect(section('consent').classList.contains('alert')).to.equal(false);
  });

  it('says where the browser’s Global Privacy Control is why marketing is off', () => {
    for (const says of [true, false]) {
      Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: says });
      close = openDebug(createSource().source, { onClose() {}, locale: 'en' });
      expect(section('consent').textContent?.includes('Global Privacy Control')).to.equal(says);
      close();
    }
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
  });

  it('follows what happens and keeps what is open and focused', async () => {
    const room = createSource();
    close = openDebug(room.source, { onClose() {}, locale: 'en' });
    const campaign = (): HTMLDetailsElement =>
      panel().querySelector('[data-key="campaign-welcome-tour"]') as HTMLDetailsElement;
    campaign().open = true;
    campaign().querySelector('summary')?.focus();
    const [first] = room.inspection.campaigns;
    room.inspection = { ...inspection, campaigns: [{ ...first!, outcome: 'shown', reasons: [] }] };
    room.tell();
    await frame();
    await frame();
    expect(campaign().textContent).to.contain('shown');
    expect(campaign().open).to.equal(true);
    expect(panel().activeElement).to.equal(campaign().querySelector('summary'));
  });

  it('folds and closes by its buttons, and leaves nothing behind', () => {
    const room = createSource();
    let closed = 0;
    close = openDebug(room.source, { onClose: () => closed++, locale: 'en' });
    const [fold, closer] = panel().querySelectorAll<HTMLElement>('.bar button');
    fold?.click();
    expect(fold?.getAttribute('aria-expanded')).to.equal('false');
    expect(panel().querySelector<HTMLElement>('.body')?.hidden).to.equal(true);
    closer?.click();
    expect(closed).to.equal(1);
    expect(document.querySelector('regulars-debug')).to.equal(null);
    expect(room.listeners.size).to.equal(0);
  });

  it('stands a part that tells nothing, or something else', () => {
    const room = createSource();
    const odd: CodedProblem[] = [];
    room.inspection = {
      ...inspection,
      parts: { recommendations: [null, 5] },
      delivery: [null],
      problems: odd,
    };
    close = openDebug(room.source, { onClose() {}, locale: 'xx' });
    expect(section('recommendations').textContent).to.contain('No list was decided');
  });
});
