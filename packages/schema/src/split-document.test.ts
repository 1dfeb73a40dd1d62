import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleDocument, sampleProgram } from '../../../test/support/sample-document.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignDocument } from './document.ts';
import { parseDocument } from './parse-document.ts';
import { oddsInBasisPoints, splitDocument } from './split-document.ts';

const now = Date.UTC(2026, 2, 20, 12);
const [tour] = sampleDocument.campaigns as [Campaign];

const wheel: Campaign = {
  id: 'thank-you-wheel',
  status: 'live',
  trigger: { on: 'event', event: 'order_placed' },
  placement: { slot: 'order-wheel' },
  widget: { type: 'wheel', props: { draw: 'thank-you', showOdds: true, rulesUrl: '/rules/thank-you' } },
  content: { en: { title: 'Spin' } },
};

function publish(campaigns: readonly Campaign[], more: Partial<CampaignDocument> = {}): CampaignDocument {
  return splitDocument({ ...sampleDocument, ...more, campaigns: [...campaigns] }, sampleProgram, { now })
    .public;
}

describe('split document', () => {
  it('publishes a document that parses, without notes and goals, with the holdout the goal implied', () => {
    const published = publish([tour]);
    assert.equal(parseDocument(published).ok, true);
    assert.deepEqual(
      [published.campaigns[0]?.notes, published.campaigns[0]?.goal, published.campaigns[0]?.holdout],
      [undefined, undefined, 0.1],
    );
  });

  it('leaves out drafts, ended ones, those of the past and those that start later than tomorrow', () => {
    const at = (id: string, more: Partial<Campaign>): Campaign => ({ ...tour, id, ...more });
    const published = publish([
      at('draft', { status: 'draft' }),
      at('ended', { status: 'ended' }),
      at('past', { schedule: { to: '2026-03-20T14:00' } }),
      at('today', { schedule: { to: '2026-03-20T14:01' } }),
      at('tomorrow', { status: 'scheduled', schedule: { from: '2026-03-21T14:00' } }),
      at('later', { status: 'scheduled', schedule: { from: '2026-03-21T14:01' } }),
      at('abroad', { schedule: { from: '2026-03-21T14:30', zone: 'Europe/Moscow' } }),
    ]);
    assert.deepEqual(
      published.campaigns.map(({ id }) => id),
      ['today', 'tomorrow', 'abroad'],
    );
  });

  it('keeps only the audiences that published campaigns reach', () => {
    const published = publish([{ ...tour, audience: { not: { use: 'warm' } } }], {
      audiences: {
        warm: { all: [{ use: 'newcomers' }] },
        newcomers: { attr: 'session.count', op: 'eq', value: 1 },
        secret: { attr: 'cart.total', op: 'gt', value: 1 },
      },
    });
    assert.deepEqual(Object.keys(published.audiences ?? {}), ['warm', 'newcomers']);
  });

  it('shows labels and odds of a drawn pool, and neither weights, stock nor rewards anywhere', () => {
    const published = publish([wheel]);
    assert.deepEqual(published.pools?.['thank-you'], {
      prizes: [
        { label: { en: '5 % off' }, oddsBp: 3334 },
        { label: { en: '50 points' }, oddsBp: 3333 },
        { label: { en: 'Nothing' }, oddsBp: 3333 },
      ],
      rulesUrl: '/rules/thank-you',
    });
    assert.equal(/"(weight|stock|reward|fallback|perPerson|earn)"/.test(JSON.stringify(published)), false);
  });

  it('publishes no pool that nothing draws from', () => {
    assert.deepEqual(publish([tour]).pools, {});
  });

  it('keeps for the server what counting and drawing need, also of drafts', () => {
    const { server } = splitDocument(
      { ...sampleDocument, campaigns: [{ ...tour, status: 'draft' }, wheel] },
      sampleProgram,
      { now },
    );
    assert.deepEqual(server.campaigns['welcome-tour']?.goal, { event: 'order_placed', withinHours: 72 });
    assert.equal(server.campaigns['thank-you-wheel']?.draw, 'thank-you');
    assert.equal(server.program, sampleProgram);
  });

  it('gives odds that add up to 10,000 and never differ from the exact ones by a whole point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 }),
        (weights) => {
          const odds = oddsInBasisPoints(weights);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          assert.equal(
            odds.reduce((sum, one) => sum + one, 0),
            10_000,
          );
          odds.forEach((one, index) => {
            assert.ok(Math.abs(one - ((weights[index] ?? 0) * 10_000) / total) < 1);
          });
        },
      ),
    );
  });
});
