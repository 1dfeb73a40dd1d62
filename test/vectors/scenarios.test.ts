import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  armOf,
  assignAgain,
  assignVariant,
  type CapInput,
  type ConditionFacts,
  capRefusal,
  compileDocument,
  countWithin,
  decide,
  emptyProfile,
  evaluateCondition,
  type FactValue,
  foldProfile,
  isExit,
  isHeldOut,
  matchesGlob,
  noBudget,
  noHistory,
  type Profile,
  recordArm,
  scheduleState,
} from '@regulars/core/rules';
import { type Condition, type Experiment, lintDocument, parseDocument } from '@regulars/schema';
import { type ExportedJourney, foldJourney } from '../../packages/cli/src/decide/read-journey.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { decisionInput } from '../support/vector-runs.ts';

const half = (more: Partial<Experiment> = {}): Experiment => ({
  seed: 'half',
  variants: [
    { id: 'a', weight: 0.5 },
    { id: 'b', weight: 0.5 },
  ],
  ...more,
});
const facts = (known: Readonly<Record<string, FactValue>>): ConditionFacts => ({
  now: 0,
  zone: 'UTC',
  attr: (name) => (Object.hasOwn(known, name) ? known[name] : undefined),
  count: () => 0,
});
const result = (condition: Condition, known: Readonly<Record<string, FactValue>> = {}) =>
  evaluateCondition(condition, facts(known)).result;
const euro = (value: number) => ({ value, currency: 'EUR' });
const ids = Array.from({ length: 100_000 }, (_, at) => `visitor-${at}`);
/** A unit at a place of the seed, found by trying. */
const unitAt = (seed: string, place: number): string =>
  ids.find((unit) => !isHeldOut(seed, place, unit) && isHeldOut(seed, place + 1e-4, unit)) ?? '';

describe('assignment', () => {
  it('C01 a hash version that nobody knows means: not in the experiment', () => {
    // The sets of vectors stand in hash.json and hash-more.json.
    assert.equal(assignVariant({ ...half(), hashVersion: 3 as unknown as 2 }, 'a'), null);
    assert.notEqual(assignVariant(half({ hashVersion: 2 }), 'a'), null);
  });

  it('C02 borders of ranges belong to what begins there', () => {
    const at = (place: number, coverage?: number) =>
      assignVariant(half({ ...(coverage !== undefined && { coverage }) }), unitAt('half', place));
    assert.deepEqual([at(0), at(0.25, 0.5), at(0.5, 0.5), at(0.5), at(0.9999)], ['a', null, 'b', 'b', 'b']);
  });

  it('C03 coverage shrinks each range and keeps its start', () => {
    const three: Experiment = {
      seed: 'three',
      coverage: 0.2,
      variants: [0.2, 0.3, 0.5].map((weight, index) => ({ id: `${index}`, weight })),
    };
    const at = (place: number) => assignVariant(three, unitAt('three', place));
    assert.deepEqual([0, 0.0399, 0.04, 0.1999, 0.2, 0.2599, 0.26, 0.5, 0.5999, 0.6].map(at), [
      '0',
      '0',
      null,
      null,
      '1',
      '1',
      null,
      '2',
      '2',
      null,
    ]);
  });

  it('C04 seeds that look alike deal independently', () => {
    const table = [0, 0, 0, 0];
    for (const id of ids) {
      const [one, other] = ['wheel-2025', 'wheel-2026'].map((seed) => Number(isHeldOut(seed, 0.5, id)));
      const cell = (one ?? 0) * 2 + (other ?? 0);
      table[cell] = (table[cell] ?? 0) + 1;
    }
    const [a = 0, b = 0, c = 0, d = 0] = table;
    const chi = (ids.length * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
    assert.ok(chi < 10.8, `${chi}`);
  });

  it('C05 places are even', () => {
    const bins = Array.from(
      { length: 10 },
      (_, at) => ids.filter((id) => isHeldOut('even', (at + 1) / 10, id)).length,
    );
    const counts = bins.map((upTo, at) => upTo - (bins[at - 1] ?? 0));
    const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    assert.ok(chi < 27.9, `${chi}`);
  });

  it('C06 without an id nobody is assigned, held out or measured', () => {
    const campaign = { ...sampleDocument.campaigns[0], experiment: half(), holdout: 1 } as never;
    assert.deepEqual(armOf(campaign, {}, null), { held: null, variantId: null });
    assert.equal(assignAgain(half(), [], []), null);
    assert.equal(assignAgain(half(), [''], []), null);
  });

  it('C07 a number and its text share a place: what is hashed is text', () => {
    // Ids are texts by type; a number that gets in is hashed as it is written.
    assert.equal(assignVariant(half(), 1 as unknown as string), assignVariant(half(), '1'));
  });

  it('C08 who signs in keeps what their browser had, under the person as well', () => {
    const experiment = half({ unit: 'personId' });
    const anonymous = ids.find((id) => assignVariant(experiment, id) === 'b') ?? '';
    const person = ids.find((id) => assignVariant(experiment, id) === 'a') ?? '';
    const records = recordArm(experiment, { anonymousId: anonymous }, 'b');
    assert.deepEqual(records, [{ unit: anonymous, version: 0, variant: 'b' }]);
    assert.equal(assignAgain(experiment, [person, anonymous], records), 'b');
    const both = recordArm(experiment, { anonymousId: anonymous, personId: person, records }, 'b');
    assert.equal(assignAgain(experiment, [person, 'another-browser'], both), 'b');
    // A record of somebody else says nothing.
    assert.equal(assignAgain(experiment, [person], [{ unit: 'else', version: 0, variant: 'b' }]), 'a');
  });

  it('C09 a raised version deals anew and keeps the old record, a raised minimum ends it', () => {
    const unit = ids.find((id) => assignVariant(half(), id) === 'a') ?? '';
    const records = [{ unit, version: 0, variant: 'b' }];
    assert.equal(assignAgain(half(), [unit], records), 'b');
    assert.equal(assignAgain(half({ version: 1 }), [unit], records), 'a');
    assert.deepEqual(recordArm(half({ version: 1 }), { anonymousId: unit, records }, 'a'), [
      { unit, version: 0, variant: 'b' },
      { unit, version: 1, variant: 'a' },
    ]);
    assert.equal(assignAgain(half({ version: 1, minVersion: 1 }), [unit], records), null);
  });

  it('C10 less coverage keeps who is in and takes fewer of the new', () => {
    const before = half({ coverage: 0.5 });
    const after = half({ coverage: 0.1 });
    const enrolled = ids.slice(0, 2000).filter((id) => assignVariant(before, id));
    for (const unit of enrolled) {
      const variant = assignVariant(before, unit) ?? '';
      assert.equal(assignAgain(after, [unit], [{ unit, version: 0, variant }]), variant);
    }
    const fresh = ids.slice(50_000, 70_000).filter((id) => assignAgain(after, [id], [])).length;
    assert.ok(Math.abs(fresh / 20_000 - 0.1) < 0.01, `${fresh}`);
  });

  it('C12 experiments of one group share nobody, in the shares they were given', () => {
    const first = half({ seed: 'one', group: { id: 'checkout', from: 0, to: 0.4 } });
    const second = half({ seed: 'two', group: { id: 'checkout', from: 0.4, to: 1 } });
    const inFirst = ids.filter((id) => assignVariant(first, id));
    const inSecond = new Set(ids.filter((id) => assignVariant(second, id)));
    assert.equal(inFirst.filter((id) => inSecond.has(id)).length, 0);
    assert.ok(Math.abs(inFirst.length / ids.length - 0.4) < 0.01);
    assert.ok(Math.abs(inSecond.size / ids.length - 0.6) < 0.01);
  });
});

describe('conditions', () => {
  it('C16 a cart that is not there is no cheap cart', () => {
    const under: Condition = { attr: 'cart.total', op: 'lt', value: euro(5000) };
    assert.equal(result(under), null);
    assert.deepEqual(evaluateCondition(under, facts({})).trace, [{ path: '', result: null }]);
    assert.deepEqual(
      [0, 4999, 5000].map((value) => result(under, { 'cart.total': euro(value) })),
      [true, true, false],
    );
  });

  it('C17 not over a missing attribute: a set is empty, a comparison unknown', () => {
    assert.equal(result({ not: { attr: 'customer.tier', op: 'in', value: ['gold'] } }), true);
    assert.equal(result({ attr: 'customer.tier', op: 'ne', value: 'gold' }), null);
    assert.equal(result({ not: { attr: 'customer.tier', op: 'eq', value: 'gold' } }), null);
  });

  it('C18 another type is never true, and the linter says so', () => {
    assert.equal(result({ attr: 'session.count', op: 'gt', value: 5 }, { 'session.count': '8' }), null);
    const [campaign] = sampleDocument.campaigns;
    const document = {
      ...sampleDocument,
      campaigns: [
        {
          ...campaign,
          audience: { all: [{ use: 'newcomers' }, { attr: 'session.count', op: 'gt', value: '5' }] },
        },
      ],
    } as never;
    // Comparing by size with a text is refused outright; equality with a text is advised against.
    const parsed = parseDocument(document);
    assert.equal(parsed.ok, false);
    const same = JSON.parse(JSON.stringify(document).replace('"gt"', '"eq"'));
    assert.ok(lintDocument(same).some(({ code }) => code === 'type-mismatch'));
  });

  it('C19 an empty any is refused by the parser and false on the device', () => {
    assert.equal(result({ any: [] }), false);
    const parsed = parseDocument({ ...sampleDocument, audiences: { newcomers: { any: [] } } });
    assert.equal(parsed.ok, false);
  });

  it('C20 what one campaign asks and nobody knows disables that campaign alone', () => {
    const good = { ...sampleDocument.campaigns[0], id: 'good', goal: undefined };
    const list = [
      { ...good, id: 'operator', audience: { attr: 'session.count', op: 'resembles', value: 1 } },
      { ...good, id: 'attribute', audience: { attr: 'moon.phase', op: 'eq', value: 'full' } },
      { ...good, audience: undefined },
    ];
    const { document, problems } = compileDocument({ ...sampleDocument, campaigns: list });
    assert.deepEqual(
      problems.map(({ code, key }) => `${code} ${key}`),
      ['operator-unknown operator'],
    );
    assert.ok(document);
    const judged = decide(decisionInput(document, {}, { now: 0, facts: {} }));
    assert.deepEqual(
      judged.map(({ campaign, outcome }) => [campaign.id, outcome]),
      [
        ['attribute', 'refused'],
        ['good', 'won'],
      ],
    );
  });

  it('C21 names of the language itself are unknown attributes', () => {
    for (const attr of [
      '__proto__.x',
      '__proto__',
      'constructor.name',
      'constructor',
      'toString',
      'hasOwnProperty',
    ])
      assert.equal(result({ attr, op: 'exists' }), false, attr);
  });

  it('C22 nine levels or 201 nodes are refused with words to act on', () => {
    const deep = (levels: number): Condition =>
      levels ? { not: deep(levels - 1) } : { attr: 'a', op: 'exists' };
    const wide: Condition = { all: Array.from({ length: 200 }, () => deep(0)) };
    for (const audience of [deep(8), wide]) {
      const parsed = parseDocument({ ...sampleDocument, audiences: { newcomers: audience } });
      const found = parsed.ok ? undefined : parsed.problems.find(({ code }) => code === 'audience-too-big');
      assert.match(`${found?.why} ${found?.fix}`, /at most (8 levels|200 conditions).*Split/);
    }
    assert.equal(parseDocument({ ...sampleDocument, audiences: { newcomers: deep(6) } }).ok, true);
  });

  it('C23 a path fits by its letters: below /sale/, not /sales; encoded and cased as it stands', () => {
    for (const [pattern, text, fits] of [
      ['/sale/*', '/sale/a/b', true],
      ['/sale/*', '/sales', false],
      ['/sale/*', '/sale', false],
      ['/sale*', '/sale/', true],
      ['/bg/*', '/bg/obuvki', true],
      ['*/checkout', '/en/checkout', true],
      ['/sale/*', '/SALE/a', false],
      ['/%D0%BE*', '/%D0%BE%D0%B1', true],
    ] as const)
      assert.equal(matchesGlob(pattern, text), fits, `${pattern} ${text}`);
  });

  it('C24 200 audiences of ten nodes are decided within the budget', () => {
    const audience: Condition = {
      all: [
        { attr: 'page.path', op: 'glob', value: '/c/*' },
        {
          any: [
            { attr: 'cart.count', op: 'gt', value: 2 },
            { not: { attr: 'customer.tier', op: 'in', value: ['gold'] } },
          ],
        },
        { attr: 'session.count', op: 'between', value: [1, 9] },
        { did: 'product_viewed', count: { gte: 2 }, withinDays: 7 },
        { attr: 'device.type', op: 'eq', value: 'phone' },
        { attr: 'page.type', op: 'ne', value: 'cart' },
      ],
    };
    const [first] = sampleDocument.campaigns;
    const campaigns = Array.from({ length: 200 }, (_, at) => ({ ...first, id: `c${at}`, audience }));
    const { document } = compileDocument({ ...sampleDocument, campaigns });
    assert.ok(document);
    const input = decisionInput(
      document,
      {},
      { now: 0, facts: { 'page.path': '/c/hats', 'session.count': 1 } },
    );
    const took = (): number => {
      const start = performance.now();
      assert.equal(decide(input).length, 200);
      return performance.now() - start;
    };
    const times = Array.from({ length: 30 }, took).sort((a, b) => a - b);
    // The exact limit is `npm run bench -- decide`'s; here, that nobody made it ten times slower.
    assert.ok((times[15] ?? 99) < 40, `${times[15]} ms`);
  });

  it('C25 a behaviour counts within its window to the moment, about one category, an event once', () => {
    const dayMs = 864e5;
    const now = 20_000 * dayMs + 12 * 36e5;
    const view = (id: string, t: number, category = 'shoes') => ({
      ...{ id, name: 'product_viewed' as const, t, sid: 's', page: { url: 'https://shop.example/' } },
      props: { product: { id: `${category}-1`, category } },
    });
    const events = [
      view('exactly-seven-days', now - 7 * dayMs),
      view('a-second-less', now - 7 * dayMs + 1000),
      view('today', now - 1),
      view('today', now - 1),
      view('hats', now - 1, 'hats'),
    ];
    const exported = { v: 1, exportedAt: now, anonymousId: 'a', events } as unknown as ExportedJourney;
    const { past } = foldJourney(exported, now);
    assert.equal(past.length, 4);
    const profile = past.reduce<Profile>(foldProfile, emptyProfile);
    const countOf = (category: string): NonNullable<Profile['about']>[string] => {
      const count = profile.about?.[`product_viewed|category|${category}`];
      assert.ok(count);
      return count;
    };
    const within = (days: number, category = 'shoes'): number => countWithin(countOf(category), now, days);
    assert.equal(within(7), 2);
    assert.equal(within(8), 3);
    assert.equal(within(1), 1);
    assert.equal(within(7, 'hats'), 1);
    // A profile of an older version has no times: the day on which the window begins is left out.
    const { times: _, ...old } = countOf('shoes');
    assert.equal(countWithin(old, now, 7), 1);
  });
});

describe('frequency and order', () => {
  const campaign = { id: 'c', placement: { overlay: 'modal' }, widget: { type: 'announcement' } };
  const cap = (more: object, over: Partial<CapInput> = {}): string | null =>
    capRefusal({
      campaign: { ...campaign, ...more } as never,
      caps: {},
      history: {},
      budget: noBudget,
      session: 's1',
      now: 1e12,
      ...over,
    });

  it('C28 three in seven days roll, and weeks begin where the shop says', () => {
    const day = 864e5;
    const shows = [0, 1, 2].map((ago) => 1e12 - ago * day);
    const rolling = { frequency: { cap: { max: 3, days: 7 } }, placement: { slot: 's' } };
    const at = (now: number) => cap(rolling, { history: { c: { ...noHistory, shows, count: 3 } }, now });
    assert.deepEqual([at(1e12), at(1e12 + 5 * day - 1), at(1e12 + 5 * day)], ['cap:3/7d', 'cap:3/7d', null]);
    // Calendar weeks from Monday and from Sunday: windows.json and caps.json.
  });

  it('C29 dismissed three times for good, at rest for a while, completed for good, anew with a version', () => {
    const past = (more: object) => ({ history: { c: { ...noHistory, ...more } } });
    const all = {
      frequency: { maxDismissals: 3, restDays: 2, stopOn: ['completed'], resetOnVersion: true },
      version: 2,
    };
    assert.equal(cap(all, past({ dismissed: 3, version: 2 })), 'max-dismissals:3');
    assert.equal(cap(all, past({ dismissed: 1, dismissedAt: 1e12 - 864e5, version: 2 })), 'rests:2d');
    assert.equal(cap(all, past({ dismissed: 1, dismissedAt: 1e12 - 2 * 864e5, version: 2 })), null);
    assert.equal(cap(all, past({ completed: 1, version: 2 })), 'stopped:completed');
    assert.equal(cap(all, past({ completed: 1, dismissed: 3, version: 1 })), null);
  });

  it('C30 a capped one makes room; of equals the least recently shown, then the id', () => {
    const [first] = sampleDocument.campaigns;
    const one = (id: string, priority: number) => ({
      ...first,
      id,
      priority,
      audience: undefined,
      frequency: { maxShows: 1 },
      placement: { slot: 'home' },
    });
    const winner = (list: readonly object[], history: object): string | undefined => {
      const { document } = compileDocument({ ...sampleDocument, campaigns: list });
      assert.ok(document);
      const input = decisionInput(document, { history: history as never }, { now: 1e12, facts: {} });
      return decide(input).find(({ outcome }) => outcome === 'won')?.campaign.id;
    };
    const shown = (at: number, count = 0) => ({ ...noHistory, shows: [at], count });
    assert.equal(winner([one('a', 10), one('b', 5)], {}), 'a');
    assert.equal(winner([one('a', 10), one('b', 5)], { a: shown(1, 1) }), 'b');
    assert.equal(winner([one('a', 5), one('b', 5)], { a: shown(9), b: shown(3) }), 'b');
    assert.equal(winner([one('b', 5), one('a', 5)], {}), 'a');
    // Whatever the order in the file, as every tab decides from the same rows.
    assert.equal(winner([one('a', 5), one('b', 5)], {}), 'a');
  });

  it('C32 a clock set back frees nothing', () => {
    const seenMs = 1e12;
    const budget = { seenMs, shows: [[1e12 - 1000, 's0']] as const };
    assert.equal(cap({ frequency: { maxShows: 9 } }, { budget, now: 1e12 - 864e5 }), 'pause:10min');
  });

  it('C34 leaving is: through the top, after a while, over no open list, into no tools', () => {
    const exit = { y: -1, inside: false, controlOpen: false, dragging: false, sinceMs: 10_000 };
    assert.equal(isExit(exit), true);
    for (const more of [
      { sinceMs: 2000 },
      { controlOpen: true },
      { y: 400 },
      { inside: true },
      { dragging: true },
    ])
      assert.equal(isExit({ ...exit, ...more }), false, JSON.stringify(more));
  });

  it('C61 midnight of the shop is one instant everywhere, also for a document that was fetched before', () => {
    const schedule = { from: '2025-11-28T00:00', zone: 'shop' };
    const start = Date.parse('2025-11-27T22:00:00Z');
    assert.equal(scheduleState(schedule, start - 1, 'Europe/Sofia'), 'before');
    assert.equal(scheduleState(schedule, start, 'Europe/Sofia'), 'open');
    const [first] = sampleDocument.campaigns;
    const { document } = compileDocument({
      ...sampleDocument,
      campaigns: [{ ...first, audience: undefined, status: 'scheduled', schedule }],
    });
    assert.ok(document);
    const outcome = (now: number) =>
      decide({ ...decisionInput(document, {}, { now, facts: {} }), now })[0]?.outcome;
    assert.deepEqual([outcome(start - 1), outcome(start)], ['refused', 'won']);
  });
});
