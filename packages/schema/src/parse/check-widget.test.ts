import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDocument } from '../../../../test/support/sample-document.ts';
import { parseDocument } from '../parse-document.ts';

const game = { draw: 'thank-you', showOdds: true, rulesUrl: '/rules' };
const question = { text: 'q', answers: ['a', 'b'], correct: 0 };

/** Codes and paths of the problems of the sample whose first campaign shows a widget. */
function problemsOf(type: string, props: object, more: object = {}): string[] {
  const [first, ...rest] = sampleDocument.campaigns;
  const campaign = {
    ...first,
    experiment: undefined,
    widget: { type, props },
    placement: { slot: 'here' },
    ...more,
  };
  const source = JSON.parse(JSON.stringify({ ...sampleDocument, campaigns: [campaign, ...rest] }));
  const parsed = parseDocument(source);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
}

const says = (problems: readonly string[], code: string): boolean =>
  problems.some((one) => one.startsWith(code));

describe('widgets of the rewards', () => {
  for (const type of ['wheel', 'scratch', 'box', 'reels']) {
    it(`W46 refuses a ${type} without its rules or without its odds`, () => {
      assert.deepEqual(
        problemsOf(type, game).filter((one) => !one.startsWith('unknown-pool')),
        [],
      );
      for (const key of ['rulesUrl', 'showOdds', 'draw']) {
        const { [key]: _, ...props } = game as Record<string, unknown>;
        assert.notEqual(problemsOf(type, props).length, 0, key);
      }
      assert.notEqual(problemsOf(type, { ...game, showOdds: false }).length, 0);
      assert.notEqual(problemsOf(type, { ...game, rulesUrl: '' }).length, 0);
    });
  }

  it('W46 refuses a countdown whose campaign has no end', () => {
    assert.ok(says(problemsOf('countdown', {}, { schedule: undefined }), 'countdown-without-end'));
    assert.deepEqual(problemsOf('countdown', {}, { schedule: { to: '2027-01-01T00:00' } }), []);
  });

  it('W47 refuses a game over the page, where nothing could close it', () => {
    for (const type of ['wheel', 'box']) {
      const found = problemsOf(type, game, { placement: { overlay: 'modal' } });
      assert.deepEqual(
        found.filter((one) => !one.startsWith('unknown-pool')),
        ['needs-slot campaigns[0].placement'],
      );
    }
  });

  it('asks a quiz that pays for its odds and rules, and every quiz for answers that exist', () => {
    const questions = [question];
    assert.deepEqual(problemsOf('quiz', { questions }), []);
    assert.ok(says(problemsOf('quiz', { questions, draw: 'thank-you' }), 'quiz-without-rules'));
    assert.ok(says(problemsOf('quiz', { questions: [{ ...question, correct: 2 }] }), 'answer-unknown'));
    assert.ok(says(problemsOf('quiz', { questions, pass: 2 }), 'pass-over-questions'));
  });

  it('names the pool that was meant', () => {
    const pools = { 'thank-you': { rulesUrl: '/rules', prizes: [{ label: { en: 'x' }, oddsBp: 10_000 }] } };
    const [first] = sampleDocument.campaigns;
    const campaign = {
      ...first,
      experiment: undefined,
      widget: { type: 'box', props: { ...game, draw: 'thank-yuo' } },
    };
    const source = JSON.parse(JSON.stringify({ ...sampleDocument, pools, campaigns: [campaign] }));
    const parsed = parseDocument(source);
    assert.ok(
      !parsed.ok && parsed.problems.some(({ code, fix }) => code === 'unknown-pool' && /thank-you/.test(fix)),
    );
  });
});
