import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sampleDocument, sampleProgram } from '../../../../test/support/sample-document.ts';
import type { Campaign } from '../campaign.ts';
import type { Condition } from '../condition.ts';
import { lintDocument } from '../lint-document.ts';
import { lintProgram } from '../lint-program.ts';

const [tour] = sampleDocument.campaigns as [Campaign];
type Change = Readonly<Record<string, unknown>>;

/** Codes of the sample with one campaign changed. */
const campaign = (change: Change): readonly string[] =>
  document({ campaigns: [{ ...tour, ...change } as Campaign] });
const document = (change: Change): readonly string[] =>
  lintDocument({ ...sampleDocument, ...change }).map(({ code }) => code);
const asks = (condition: Condition): readonly string[] =>
  campaign({ audience: { all: [{ use: 'newcomers' }, condition] } });
const says = (search: string, more: Change = {}): readonly string[] =>
  campaign({ content: { en: { title: 'Find it', search } }, ...more });
const overlays = (overlay: object): readonly string[] => document({ caps: { overlay } });
const program = (change: Change): readonly string[] =>
  lintProgram({ ...sampleProgram, ...change } as typeof sampleProgram).map(({ code }) => code);
const pool = (change: Change): readonly string[] =>
  program({ pools: { p: { ...sampleProgram.pools['thank-you'], ...change } } });

const wheel = {
  ...tour,
  id: 'wheel',
  schedule: { to: '2026-12-24' },
  placement: { slot: 'wheel' },
  widget: { type: 'wheel', props: { draw: 'pool', showOdds: true, rulesUrl: '/rules' } },
  content: { en: { title: 'Spin' } },
};
const announcement = {
  placement: { overlay: 'modal' },
  widget: { type: 'announcement', props: { form: 'modal', body: 'body' } },
  content: { en: { body: 'Hello' } },
};
const privacy = { placement: { slot: 'p' }, widget: { type: 'privacy', props: {} }, content: { en: {} } };
const coupon = (validDays: number): Change => ({
  prizes: [{ label: { en: 'x' }, weight: 1, reward: { type: 'coupon', template: 't', validDays } }],
});
const arms = {
  seed: 's',
  variants: [
    { id: 'a', weight: 0.5 },
    { id: 'b', weight: 0.5 },
  ],
};
const quest = (on: 'product_viewed' | 'order_placed', reward: object): Change => ({
  quests: [
    {
      id: 'look',
      name: { en: 'Look' },
      steps: [{ id: 'one', label: { en: 'One' }, on }],
      reward,
      budget: { total: 10, perPerson: { max: 1, days: 30 } },
    },
  ],
});
const exit = (minMs: number): Change => ({ trigger: { on: 'exitIntent', minMs } });

/** For each code what brings it about, and the nearest thing that does not. */
const cases: Readonly<
  Record<string, readonly [bad: () => readonly string[], good: () => readonly string[]]>
> = {
  'at-once': [
    () => campaign({ ...announcement, trigger: { on: 'page' } }),
    () => campaign({ ...announcement, trigger: { on: 'engaged', ms: 9000 } }),
  ],
  'budget-without-costs': [
    () => pool({ maxCost: 100 }),
    () =>
      pool({ maxCost: 100, prizes: [{ label: { en: 'x' }, weight: 1, cost: 5, reward: { type: 'none' } }] }),
  ],
  'cannot-be-refused': [
    () => campaign({ frequency: { maxShows: 3 } }),
    () => campaign({ frequency: { maxShows: 3, maxDismissals: 2 } }),
  ],
  'ends-while-pending': [
    () => program({ expiry: { model: 'sliding', days: 14 }, pending: { after: 'delivered', days: 14 } }),
    () => program({ expiry: { model: 'sliding', days: 15 }, pending: { after: 'delivered', days: 14 } }),
  ],
  'exit-too-soon': [() => campaign(exit(2999)), () => campaign(exit(3000))],
  'experiment-without-goal': [
    () => campaign({ goal: undefined, experiment: arms }),
    () => campaign({ experiment: arms }),
  ],
  'false-scarcity': [() => says('Only 3 left!'), () => says('A few are on the shelf.')],
  'false-social': [() => says('12 people are looking at it'), () => says('Others like it.')],
  'false-urgency': [
    () => says('Hurry, last chance'),
    () => says('Hurry, last chance', { schedule: { to: '2026-12-24' } }),
  ],
  'fragile-selector': [
    () => campaign({ trigger: { on: 'click', selector: 'li:nth-child(3)' } }),
    () => campaign({ trigger: { on: 'click', selector: '[data-open]' } }),
  ],
  'free-entry-without-need': [
    () => pool({ freeEntry: { url: '/free' } }),
    () => pool({ freeEntry: { url: '/free' }, needs: 'order' }),
  ],
  'game-without-end': [
    () => document({ campaigns: [tour, { ...wheel, audience: undefined, schedule: {} } as Campaign] }),
    () => document({ campaigns: [tour, { ...wheel, audience: undefined } as Campaign] }),
  ],
  'limit-without-effect': [
    () => overlays({ perSession: 3, perDay: 2 }),
    () => overlays({ perSession: 2, perDay: 2 }),
  ],
  'missing-translation': [
    () => campaign({ content: { ...tour.content, pl: { title: 'Znajdź' } } }),
    () => campaign({ content: { ...tour.content, pl: { title: 'Znajdź', search: 'Szukaj tutaj.' } } }),
  ],
  'money-without-currency': [
    () => asks({ attr: 'cart.total', op: 'gte', value: 2000 }),
    () => asks({ attr: 'cart.total', op: 'gte', value: { value: 2000, currency: 'EUR' } }),
  ],
  'never-starts': [
    () => campaign({ status: 'scheduled' }),
    () => campaign({ status: 'scheduled', schedule: { from: '2026-12-01' } }),
  ],
  'never-true': [
    () => asks({ all: [5, 6].map((value) => ({ attr: 'session.pages', op: 'eq' as const, value })) }),
    () => asks({ any: [5, 6].map((value) => ({ attr: 'session.pages', op: 'eq' as const, value })) }),
  ],
  'newcomers-only': [
    () => document({ campaigns: [tour, wheel as Campaign] }),
    () =>
      document({
        campaigns: [tour, wheel as Campaign, { ...wheel, id: 'all', audience: undefined } as Campaign],
      }),
  ],
  'no-first-tier': [
    () => program({ tiers: { levels: [{ id: 'gold', label: { en: 'Gold' }, from: 100 }] } }),
    () => program({ tiers: { levels: [{ id: 'base', label: { en: 'Base' }, from: 0 }] } }),
  ],
  'no-frequency': [() => campaign({ frequency: undefined }), () => campaign({})],
  'no-pause': [
    () => overlays({ perSession: 2, perDay: 2, pauseMinutes: 0 }),
    () => overlays({ perSession: 2, perDay: 2, pauseMinutes: 5 }),
  ],
  'no-return-window': [() => program({}), () => program({ pending: { after: 'delivered', days: 14 } })],
  'nothing-to-spend-on': [() => program({}), () => program({ earn: [] })],
  'personal-without-consent': [
    () =>
      campaign({
        purpose: 'necessary',
        audience: { any: [{ use: 'newcomers' }, { did: 'search_performed' }] },
      }),
    () => campaign({ purpose: 'necessary' }),
  ],
  'points-never-end': [() => program({}), () => program({ expiry: { model: 'rolling', days: 365 } })],
  'priority-tie': [
    () => document({ campaigns: [tour, { ...tour, id: 'second' }] }),
    () => document({ campaigns: [tour, { ...tour, id: 'second', priority: 11 }] }),
  ],
  'privacy-not-for-all': [() => campaign(privacy), () => campaign({ ...privacy, purpose: 'necessary' })],
  'paid-on-a-word': [
    () => program(quest('product_viewed', { type: 'points', points: 5 })),
    () => program(quest('order_placed', { type: 'points', points: 5 })),
  ],
  'prize-ends-soon': [() => pool(coupon(0.5)), () => pool(coupon(1))],
  'reward-for-leaving': [
    () => campaign({ ...wheel, ...exit(10_000) }),
    () => campaign({ ...wheel, ...exit(10_000), holdout: 0.1 }),
  ],
  shaming: [() => says('No thanks, I hate saving'), () => says('No, thank you.')],
  'too-many-overlays': [
    () => overlays({ perSession: 4, perDay: 9 }),
    () => overlays({ perSession: 3, perDay: 9 }),
  ],
  'type-mismatch': [
    () => asks({ attr: 'session.pages', op: 'eq', value: '3' }),
    () => asks({ attr: 'session.pages', op: 'eq', value: 3 }),
  ],
  'unknown-attribute': [
    () => asks({ attr: 'customer.lifetimevalue', op: 'exists' }),
    () => asks({ attr: 'customer.lifetimeValue', op: 'exists' }),
  ],
  untranslated: [
    () =>
      campaign({
        content: {
          en: { title: 'x', search: 'Search for it here.' },
          pl: { title: 'y', search: 'Search for it here.' },
        },
      }),
    () =>
      campaign({
        content: {
          en: { title: 'x', search: 'Search for it here.' },
          pl: { title: 'y', search: 'Szukaj tego tutaj.' },
        },
      }),
  ],
  'unused-audience': [
    () => document({ audiences: { ...sampleDocument.audiences, idle: { use: 'newcomers' } } }),
    () => document({}),
  ],
  'window-too-long': [
    () => asks({ did: 'search_performed', withinDays: 401 }),
    () => asks({ did: 'search_performed', withinDays: 400 }),
  ],
};

/** Every code that the sources of lint can answer. */
function codesInSources(): readonly string[] {
  const folder = new URL('./', import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => name.startsWith('lint-') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const words = readFileSync(new URL('dark-patterns-table.ts', folder), 'utf8');
  const found = [...sources, words].flatMap((text) => [
    ...[...text.matchAll(/code: '([a-z-]+)'[,\n]/g)].map(([, code = '']) => code),
    ...[...text.matchAll(/found\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code),
  ]);
  return [...new Set(found)].sort();
}

describe('lint codes', () => {
  it('have each a case here, and no case is left over', () => {
    assert.deepEqual(Object.keys(cases).sort(), codesInSources());
  });

  for (const [code, [bad, good]] of Object.entries(cases)) {
    it(`${code} comes, and does not come for its nearest neighbour`, () => {
      assert.ok(bad().includes(code), `never came: ${bad()}`);
      assert.ok(!good().includes(code), `came: ${good()}`);
    });
  }

  it('have each a reason and a cure', () => {
    const all = lintDocument({
      ...sampleDocument,
      caps: { overlay: { perSession: 4, perDay: 2, pauseMinutes: 0 } },
      campaigns: [{ ...tour, frequency: undefined, trigger: { on: 'exitIntent', minMs: 1 } }],
    });
    assert.ok(all.length >= 4);
    for (const { why, fix, path, severity } of all)
      assert.ok(why.length > 10 && fix.length > 5 && path !== '' && severity === 'warning');
  });
});
