import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleDocument } from '../../../test/support/sample-document.ts';
import { parseDocument } from './parse-document.ts';
import { upgradeDocument } from './upgrade-document.ts';

/** Came again, but did not buy of late. */
const warm = (bought: string) => ({
  all: [
    { attr: 'session.count', op: 'gte', value: 2 },
    { not: { any: [{ did: bought, count: { gte: 1 }, withinDays: 30 }] } },
  ],
});

/** A document as the sketch of the design wrote it. */
const sketch = {
  version: 7,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  caps: { overlay: { perSession: 1 }, tags: { survey: { perDays: [1, 30] } } },
  audiences: { warm: warm('order.placed') },
  campaigns: [
    {
      id: 'spring-bar',
      name: 'Spring',
      status: 'live',
      tags: ['survey'],
      audience: { use: 'warm' },
      trigger: {
        on: 'exitIntent',
        minSecondsOnPage: 10,
        alsoOn: [{ on: 'click', selector: '[data-open]' }],
      },
      cancelOn: ['order.placed'],
      schedule: { from: '2026-03-20T00:00', zone: 'shop' },
      frequency: { maxShows: 3, perDays: [1, 1], stopOn: ['completed'] },
      placement: { overlay: 'card', fallbackSlot: 'cart-bottom' },
      widget: { type: 'announcement', props: { form: 'card', body: 'body' } },
      content: { en: { body: 'Hello' } },
      experiment: {
        seed: 'spring-1',
        holdout: 0.1,
        variants: [
          { id: 'a', weight: 0.5 },
          { id: 'b', weight: 0.5 },
        ],
      },
      goal: { event: 'order.placed', withinHours: 72, measure: 'people', guard: ['margin'] },
    },
  ],
};

/** What the sketch says, written by hand in the format of today. */
const today = {
  formatVersion: 1,
  revision: 7,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  caps: { overlay: { perSession: 1 }, tags: { survey: { max: 1, days: 30 } } },
  audiences: { warm: warm('order_placed') },
  campaigns: [
    {
      id: 'spring-bar',
      name: 'Spring',
      status: 'live',
      tags: ['survey'],
      audience: { use: 'warm' },
      trigger: [
        { on: 'exitIntent', minMs: 10_000 },
        { on: 'click', selector: '[data-open]' },
      ],
      cancelOn: ['order_placed'],
      schedule: { from: '2026-03-20T00:00' },
      frequency: { maxShows: 3, stopOn: ['completed'], cap: { max: 1, days: 1 } },
      placement: { overlay: 'card' },
      widget: { type: 'announcement', props: { form: 'card', body: 'body' } },
      content: { en: { body: 'Hello' } },
      holdout: 0.1,
      experiment: {
        seed: 'spring-1',
        variants: [
          { id: 'a', weight: 0.5 },
          { id: 'b', weight: 0.5 },
        ],
      },
      goal: { event: 'order_placed', withinHours: 72 },
    },
  ],
};

describe('upgrade of a document', () => {
  it('says the same in the words of today, and names each change', () => {
    const { document, from, changes } = upgradeDocument(sketch);
    assert.equal(from, 0);
    assert.deepEqual(document, today);
    assert.equal(parseDocument(JSON.stringify(document)).ok, true);
    assert.deepEqual(changes.map(({ path }) => path).sort(), [
      'audiences.warm.all[1].not.any[0].did',
      'campaigns[0].cancelOn[0]',
      'campaigns[0].experiment.holdout',
      'campaigns[0].frequency.perDays',
      'campaigns[0].goal.event',
      'campaigns[0].goal.guard',
      'campaigns[0].goal.measure',
      'campaigns[0].placement.fallbackSlot',
      'campaigns[0].schedule.zone',
      'campaigns[0].trigger.alsoOn',
      'campaigns[0].trigger.minSecondsOnPage',
      'caps.tags.survey.perDays',
      'version',
    ]);
  });

  it('is asked for by the validator in one sentence', () => {
    const parsed = parseDocument(JSON.stringify(sketch));
    assert.deepEqual(parsed.ok ? [] : parsed.problems.map(({ code, path }) => [code, path]), [
      ['format-older', 'version'],
    ]);
  });

  it('leaves documents of today and of tomorrow as they are', () => {
    for (const document of [today, sampleDocument, { ...today, formatVersion: 9 }, null, [], 'text', {}]) {
      const upgraded = upgradeDocument(document);
      assert.equal(upgraded.document, document);
      assert.deepEqual(upgraded.changes, []);
    }
  });

  it('then parse is stable: a second time nothing changes', () => {
    const days = fc.integer({ min: 1, max: 400 });
    const max = fc.integer({ min: 1, max: 9 });
    const event = fc.constantFrom('order.placed', 'cart.viewed', 'product.viewed', 'order_placed');
    const leaf = fc.oneof(
      fc.record({ did: event, withinDays: days }),
      fc.record({ attr: fc.constant('session.count'), op: fc.constantFrom('gte', 'eq'), value: max }),
    );
    const audience = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('tree') }),
      ),
    })).tree;
    const [base] = sketch.campaigns;
    const campaign = fc.record({
      audience,
      cancelOn: fc.array(event, { minLength: 1, maxLength: 2 }),
      perDays: fc.tuple(max, days),
      seconds: fc.integer({ min: 0, max: 600 }),
    });
    const document = fc.array(campaign, { minLength: 1, maxLength: 3 }).map((all) => ({
      ...sketch,
      campaigns: all.map(({ perDays, seconds, ...one }, at) => ({
        ...base,
        ...one,
        id: `c-${at}`,
        frequency: { perDays },
        trigger: { on: 'exitIntent', minSecondsOnPage: seconds },
      })),
    }));
    fc.assert(
      fc.property(document, (source) => {
        const text = JSON.stringify(source);
        const once = upgradeDocument(source).document;
        assert.equal(JSON.stringify(source), text, 'what was given is not changed');
        assert.deepEqual(upgradeDocument(once), { document: once, from: 1, changes: [] });
        const parsed = parseDocument(JSON.stringify(once));
        assert.ok(parsed.ok, JSON.stringify(parsed));
        const again = parseDocument(JSON.stringify(upgradeDocument(parsed.document).document));
        assert.deepEqual(again, parsed);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(sketch), 'formatVersion'), (value, key) => {
        upgradeDocument(value);
        upgradeDocument({ ...sketch, [key]: value });
        upgradeDocument({
          ...sketch,
          campaigns: [{ ...sketch.campaigns[0], audience: value, trigger: value }],
        });
      }),
    );
  });
});
