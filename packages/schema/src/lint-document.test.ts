import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDocument } from '../../../test/support/sample-document.ts';
import type { Campaign } from './campaign.ts';
import type { Condition } from './condition.ts';
import type { CampaignDocument } from './document.ts';
import { lintDocument } from './lint-document.ts';

const [tour] = sampleDocument.campaigns as [Campaign];
const wheel: Campaign = {
  id: 'wheel',
  status: 'live',
  audience: { use: 'newcomers' },
  trigger: { on: 'page' },
  schedule: { to: '2026-12-24' },
  placement: { slot: 'wheel' },
  widget: { type: 'wheel', props: { draw: 'pool', showOdds: true, rulesUrl: '/rules' } },
  content: { en: { title: 'Spin' } },
};

const codes = (change: Partial<CampaignDocument>): string[] =>
  lintDocument({ ...sampleDocument, ...change }).map(({ code }) => code);
const audience = (condition: Condition): string[] =>
  codes({ campaigns: [{ ...tour, audience: { all: [{ use: 'newcomers' }, condition] } }] });

describe('lint document', () => {
  it('has nothing to say of a wise document', () => {
    assert.deepEqual(lintDocument(sampleDocument), []);
  });

  it('warns, with the place in the text', () => {
    const text = JSON.stringify(
      { ...sampleDocument, audiences: { idle: { use: 'x' }, ...sampleDocument.audiences } },
      null,
      1,
    );
    const [warning] = lintDocument(JSON.parse(text), text);
    assert.deepEqual(
      [warning?.code, warning?.severity, warning?.path],
      ['unused-audience', 'warning', 'audiences.idle'],
    );
    assert.ok(text.split('\n')[(warning?.line ?? 0) - 1]?.includes('"idle"'));
  });

  for (const [what, code, change] of [
    ['two overlays of one priority', 'priority-tie', { campaigns: [tour, { ...tour, id: 'second' }] }],
    ['rewards for newcomers only', 'newcomers-only', { campaigns: [tour, wheel] }],
    [
      'a game without an end',
      'game-without-end',
      { campaigns: [tour, { ...wheel, schedule: {}, audience: undefined }] },
    ],
    [
      'an overlay that may open on every page',
      'no-frequency',
      { campaigns: [{ ...tour, frequency: undefined }] },
    ],
    [
      'a scheduled campaign without a start',
      'never-starts',
      { campaigns: [{ ...tour, status: 'scheduled' }] },
    ],
    [
      'an audience that needs consent under a purpose that has none',
      'personal-without-consent',
      {
        campaigns: [
          {
            ...tour,
            purpose: 'necessary',
            audience: { any: [{ use: 'newcomers' }, { did: 'search_performed' }] },
          },
        ],
      },
    ],
    [
      'an experiment nobody can decide',
      'experiment-without-goal',
      {
        campaigns: [
          {
            ...tour,
            goal: undefined,
            experiment: {
              seed: 's',
              variants: [
                { id: 'a', weight: 0.5 },
                { id: 'b', weight: 0.5 },
              ],
            },
          },
        ],
      },
    ],
    [
      'a language without all texts',
      'missing-translation',
      { campaigns: [{ ...tour, content: { ...tour.content, pl: { title: 'Znajdź' } } }] },
    ],
    [
      'a text nobody translated',
      'untranslated',
      {
        campaigns: [
          {
            ...tour,
            content: {
              en: { title: 'x', search: 'Search for anything.' },
              pl: { title: 'y', search: 'Search for anything.' },
            },
          },
        ],
      },
    ],
  ] as [string, string, Partial<CampaignDocument>][]) {
    it(`warns of ${what}`, () => {
      assert.deepEqual(codes(change), [code]);
    });
  }

  it('does not warn of rewards that returning customers get too', () => {
    assert.deepEqual(
      codes({ campaigns: [tour, wheel, { ...wheel, id: 'second', audience: undefined }] }),
      [],
    );
  });

  it('warns of money without its currency, and names the form', () => {
    const condition: Condition = { attr: 'cart.total', op: 'gte', value: 2000 };
    const document = {
      ...sampleDocument,
      campaigns: [{ ...tour, audience: { all: [{ use: 'newcomers' }, condition] } }],
    };
    const [warning] = lintDocument(document);
    assert.equal(warning?.code, 'money-without-currency');
    assert.match(warning?.fix ?? '', /\{ "value": 2000, "currency": "EUR" \}/);
  });

  for (const [all, never] of [
    [
      [
        { op: 'gt', value: 5 },
        { op: 'lt', value: 5 },
      ],
      true,
    ],
    [
      [
        { op: 'gte', value: 5 },
        { op: 'lte', value: 5 },
      ],
      false,
    ],
    [
      [
        { op: 'gt', value: 5 },
        { op: 'lte', value: 5 },
      ],
      true,
    ],
    [
      [
        { op: 'gte', value: 6 },
        { op: 'lte', value: 5 },
      ],
      true,
    ],
    [
      [
        { op: 'eq', value: 'a' },
        { op: 'eq', value: 'b' },
      ],
      true,
    ],
    [
      [
        { op: 'eq', value: 'a' },
        { op: 'in', value: ['a', 'b'] },
      ],
      false,
    ],
    [
      [
        { op: 'in', value: ['c'] },
        { op: 'in', value: ['a', 'b'] },
      ],
      true,
    ],
  ] as [{ op: 'gt' | 'eq'; value: string | number }[], boolean][]) {
    it(`${never ? 'finds' : 'does not find'} a contradiction in ${JSON.stringify(all)}`, () => {
      assert.deepEqual(
        audience({ all: all.map((one) => ({ attr: 'x', ...one })) }),
        never ? ['never-true'] : [],
      );
    });
  }
});
