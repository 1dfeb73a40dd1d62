import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passesQuiz, publicWidget, quizKeyOf } from './quiz-key.ts';
import type { Widget } from './widget.ts';

const questions = [
  { text: 'q1', answers: ['a', 'b'], correct: 1 },
  { text: 'q2', answers: ['a', 'b', 'c'], correct: 2 },
];
const rewarded: Widget = {
  type: 'quiz',
  props: { questions, draw: 'pool', showOdds: true, rulesUrl: '/rules', pass: 1 },
};
const fun: Widget = { type: 'quiz', props: { questions } };

describe('key of a quiz', () => {
  it('stays on the server when the quiz pays, and goes with one for the fun of it', () => {
    assert.doesNotMatch(JSON.stringify(publicWidget(rewarded)), /correct/);
    assert.equal(publicWidget(fun), fun);
    assert.deepEqual(quizKeyOf(rewarded), { correct: [1, 2], pass: 1 });
    assert.equal(quizKeyOf(fun), undefined);
  });

  it('is passed by enough right answers to all questions, and by nothing else', () => {
    const key = { correct: [1, 2], pass: 2 };
    assert.equal(passesQuiz(key, [1, 2]), true);
    assert.equal(passesQuiz(key, [1, 1]), false);
    assert.equal(passesQuiz({ ...key, pass: 1 }, [0, 2]), true);
    assert.equal(passesQuiz({ ...key, pass: 1 }, [1]), false);
    assert.equal(passesQuiz({ ...key, pass: 1 }, []), false);
  });

  it('counts a question without a right answer for whatever is chosen', () => {
    assert.equal(passesQuiz({ correct: [-1], pass: 1 }, [0]), true);
  });
});
