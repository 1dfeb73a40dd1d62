import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import * as now from '@regulars/core/rules';
import { type CampaignDocument, parseDocument, splitDocument } from '@regulars/schema';
import { compiledForm } from '../../packages/core/src/rules/compiled-form.ts';
import { sampleDocument, sampleProgram } from '../support/sample-document.ts';
import * as before from './build.mjs';

type Rules = Pick<
  typeof now,
  | 'armOf'
  | 'capRefusal'
  | 'comesFirst'
  | 'compileDocument'
  | 'decide'
  | 'evaluateCondition'
  | 'noBudget'
  | 'scheduleRefusal'
>;
const at = Date.parse('2026-11-22T12:00:00Z');
const read = async (path: string): Promise<CampaignDocument> =>
  JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));

/** What the rules of one build decide for a visitor: outcome and reasons by campaign; and what they refuse. */
function decided(rules: Rules, source: unknown, visitor: string, facts: Readonly<Record<string, unknown>>) {
  const { document, problems } = rules.compileDocument(JSON.stringify(source));
  const asked = { now: at, zone: 'UTC', attr: (name: string) => facts[name] as string, count: () => 0 };
  const judged = document
    ? rules.decide({
        document,
        now: at,
        fired: () => 'fired',
        paused: () => null,
        schedule: (campaign) => rules.scheduleRefusal(campaign, at),
        consent: () => null,
        quiet: () => null,
        placement: () => null,
        audience: (audience) => rules.evaluateCondition(audience, asked, document.audiences),
        arm: (campaign) => rules.armOf(campaign, document, { anonymousId: visitor }),
        cap: (campaign) =>
          rules.capRefusal({
            ...{ campaign, caps: document.caps, history: {}, budget: rules.noBudget, session: 's', now: at },
          }),
        comesFirst: (one, other) => rules.comesFirst(one, other, () => 0),
        failed: {},
        taken: {},
      })
    : [];
  return {
    judged: Object.fromEntries(
      judged.map(({ campaign, outcome, variantId, holdout, reasons }) => [
        campaign.id,
        [
          outcome,
          variantId,
          holdout,
          ...reasons.map(({ step, ok, why }) => `${ok ? '+' : '-'}${step}:${why}`),
        ],
      ]),
    ),
    refused: problems.map(({ code, key }) => `${code} ${key}`),
  };
}

const visitors = ['a', 'b', 'Ива', '5f2c', 'visitor-9'];
const factsOf = { 'session.count': 1, 'page.type': 'home', 'device.type': 'phone' };
const published = (source: CampaignDocument): CampaignDocument => {
  const { document } = now.compileDocument(splitDocument(source, sampleProgram, { now: at }).public);
  assert.ok(document);
  return document;
};
const demo = await read('../../demo/campaigns.json');

describe('a script of the previous build', () => {
  it('is of another compiled form, so it checks what a newer server published, and trusts no mark', () => {
    assert.notEqual(before.compiledForm, compiledForm);
  });

  it('decides the campaigns it knows in a newer document as a script of today does', () => {
    const document = published(demo);
    let compared = 0;
    for (const visitor of visitors) {
      const old = decided(before, document, visitor, factsOf);
      const today = decided(now, document, visitor, factsOf);
      assert.deepEqual(today.refused, []);
      const known = Object.keys(old.judged).length;
      assert.ok(
        known > 0 && known >= document.campaigns.length / 2,
        `${known} of ${document.campaigns.length}`,
      );
      assert.equal(known + old.refused.length, document.campaigns.length, 'each is decided or named');
      for (const campaign of document.campaigns) {
        const one = old.judged[campaign.id];
        // What shares a place with a campaign that is not there may win it.
        if (!one || JSON.stringify([one, today.judged[campaign.id]]).includes('outranked')) continue;
        assert.deepEqual(one, today.judged[campaign.id], campaign.id);
        compared += 1;
      }
    }
    assert.ok(compared >= visitors.length * 3, `${compared} compared`);
  });

  it('leaves out what a still newer document says in words it does not know, and nothing else', () => {
    const [tour] = sampleDocument.campaigns;
    const odd = [
      ['widget-unknown', { widget: { type: 'hologram', props: {} } }],
      ['trigger-invalid', { trigger: { on: 'thought' } }],
      ['operator-unknown', { audience: { attr: 'a', op: 'resembles', value: 1 } }],
      ['condition-unknown', { audience: { felt: 'joy' } }],
      ['placement-invalid', { placement: { ceiling: 'left' } }],
    ] as const;
    const document = {
      ...published(sampleDocument),
      weather: 'sunny',
      campaigns: [tour, ...odd.map(([, change], place) => ({ ...tour, id: `new-${place}`, ...change }))],
    };
    for (const rules of [before, now]) {
      const { judged, refused } = decided(rules, document, 'a', factsOf);
      assert.deepEqual(Object.keys(judged), ['welcome-tour']);
      assert.deepEqual(
        refused,
        odd.map(([code], place) => `${code} new-${place}`),
      );
    }
  });

  it('names an unknown key of a newer document by its place when it validates', () => {
    const text = JSON.stringify({ ...sampleDocument, weather: 'sunny', formatVersion: 1 });
    const found = before.parseDocument(text);
    assert.deepEqual(found.ok ? [] : found.problems.map(({ code, path }) => `${code} ${path}`), [
      'unknown-key weather',
    ]);
    const newer = before.parseDocument(JSON.stringify({ ...sampleDocument, formatVersion: 2 }));
    assert.deepEqual(newer.ok ? [] : newer.problems.map(({ code }) => code), ['format-newer']);
  });
});

describe('a script of today', () => {
  it('decides what the previous build published as that build does', async () => {
    const kept = await read('./public.json');
    assert.equal(Reflect.get(kept, 'compiled'), before.compiledForm);
    for (const visitor of visitors) {
      for (const facts of [factsOf, { 'session.count': 2 }, {}]) {
        const today = decided(now, kept, visitor, facts);
        assert.deepEqual(today, decided(before, kept, visitor, facts));
        assert.deepEqual(today.refused, []);
      }
    }
  });

  it('parses what the previous parser passed, and publishes the same of it', () => {
    const old = before.parseDocument(JSON.stringify(sampleDocument));
    const today = parseDocument(JSON.stringify(sampleDocument));
    assert.ok(old.ok && today.ok);
    assert.deepEqual(today.document, old.document);
    assert.deepEqual(
      splitDocument(today.document, sampleProgram, { now: at }).public,
      before.splitDocument(old.document, sampleProgram, { now: at }).public,
    );
  });

  it('shows nothing of a newer format, and says so once', () => {
    const { document, problems } = now.compileDocument({ ...published(sampleDocument), formatVersion: 2 });
    assert.equal(document, null);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['format-newer'],
    );
  });
});
