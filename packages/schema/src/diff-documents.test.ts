import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDocument, sampleProgram } from '../../../test/support/sample-document.ts';
import { diffCampaigns, diffProgram } from './diff-documents.ts';
import type { CampaignDocument } from './document.ts';
import type { ProgramDocument } from './program.ts';

const [tour] = sampleDocument.campaigns;
const withTour = (more: object): CampaignDocument => ({
  ...sampleDocument,
  campaigns: [{ ...tour, ...more } as never],
});
const program = (more: Partial<ProgramDocument>): string[] =>
  diffProgram(sampleProgram, { ...sampleProgram, ...more }).map(
    ({ type, sentence }) => `${type}: ${sentence}`,
  );

describe('difference of two programmes', () => {
  it('is nothing for the same one, whatever its revision', () => {
    assert.deepEqual(program({}), []);
    assert.deepEqual(program({ revision: 99 }), []);
  });

  it('names a changed rule by its id and the fields that changed, alone', () => {
    assert.deepEqual(program({ earn: [{ id: 'order', on: 'order_placed', points: 2, per: 100 }] }), [
      'change: earn.order: points was 1, now 2.',
    ]);
  });

  it('names what is new and what ends', () => {
    const changes = program({
      earn: [{ id: 'birthday', on: 'order_placed', points: 5, per: 100 }],
    });
    assert.deepEqual(changes, [
      'gain: earn.birthday is new: {"id":"birthday","on":"order_placed","points":5,"per":100}.',
      'lose: earn.order ends. It was: {"id":"order","on":"order_placed","points":1,"per":100}.',
    ]);
  });

  it('tells a field that came from one that went', () => {
    const [pool] = Object.values(sampleProgram.pools);
    const { fallback: _, ...rest } = pool!;
    const changes = program({ pools: { 'thank-you': { ...rest, minAge: 18 } as never } });
    assert.deepEqual(changes, [
      'change: pools.thank-you: fallback was 2, now not set; minAge was not set, now 18.',
    ]);
  });

  it('names a changed setting that is no list', () => {
    assert.deepEqual(program({ zone: 'Europe/Warsaw' }), [
      'change: zone: was "Europe/Sofia"; now "Europe/Warsaw".',
    ]);
  });

  it('shortens what would fill the screen', () => {
    const [line = ''] = program({ zone: 'x'.repeat(500) });
    assert.ok(line.length < 250 && line.includes('…'));
  });
});

describe('difference of two campaign documents', () => {
  const lines = (before: CampaignDocument, after: CampaignDocument): string[] =>
    diffCampaigns(before, after).map(({ type, id, sentence }) => `${type} ${id}: ${sentence}`);

  it('says who newly sees what, and who no longer does', () => {
    const none = { ...sampleDocument, campaigns: [] };
    const [gain = ''] = lines(none, sampleDocument);
    assert.match(
      gain,
      /^gain welcome-tour: welcome-tour newly shows over the page \(tour\) to: .*1.*, on page\.$/,
    );
    const [lose = ''] = lines(sampleDocument, none);
    assert.match(lose, /^lose welcome-tour: welcome-tour no longer shows\. So far: /);
    assert.deepEqual(lines(none, withTour({ status: 'draft' })), []);
  });

  it('says a change of an audience at each campaign that uses it', () => {
    const after = {
      ...sampleDocument,
      audiences: { newcomers: { attr: 'session.count', op: 'gte' as const, value: 5 } },
    };
    const [line = ''] = lines(sampleDocument, after);
    assert.match(line, /^change welcome-tour: welcome-tour: who sees it: was .*1.*; now .*5/);
  });

  it('names languages whose words changed, limits for all, and nothing for notes', () => {
    const content = { ...tour?.content, bg: { title: 'Ново', search: 'Тук.' } };
    assert.deepEqual(lines(sampleDocument, withTour({ content, notes: 'other' })), [
      'change welcome-tour: welcome-tour: other words in bg.',
    ]);
    assert.deepEqual(lines(sampleDocument, { ...sampleDocument, globalHoldout: 0.1 }), [
      'change globalHoldout: For all campaigns: the share of visitors held out of everything was not set; now 0.1.',
    ]);
  });
});
