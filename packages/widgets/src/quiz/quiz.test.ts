import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView, transcript } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { funQuizView, quizView } from '../../../../test/support/gallery/game-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { RegularsQuiz } from './quiz.ts';
import { countRight, isPassed } from './quiz.view.ts';

describeElement('regulars-quiz', RegularsQuiz.define, () => sheetViews('quiz', 'en'));

describe('<regulars-quiz>', () => {
  before(() => RegularsQuiz.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  async function answer(quiz: RegularsQuiz, index: number): Promise<void> {
    allInside<HTMLInputElement>(quiz, 'input[type=radio]')[index]?.click();
    await quiz.updateComplete;
    inside(quiz, 'form button').click();
    await quiz.updateComplete;
  }

  it('asks one question at a time and moves the focus to the next', async () => {
    const quiz = await showView<RegularsQuiz>('regulars-quiz', quizView('en'), host());
    expect(transcript(quiz).slice(0, 5)).to.deep.equal([
      'region: How well do you know tea?',
      'heading: How well do you know tea?',
      'progress: Question 1 of 2',
      'question: How hot should the water for green tea be?',
      'input: ',
    ]);
    await answer(quiz, 1);
    expect(inside(quiz, 'legend').textContent).to.equal('Which pot keeps warm longest?');
    await until(() => quiz.shadowRoot?.activeElement?.localName === 'fieldset');
  });

  it('goes on only with an answer', async () => {
    const quiz = await showView<RegularsQuiz>('regulars-quiz', quizView('en'), host());
    inside(quiz, 'form button').click();
    await quiz.updateComplete;
    expect(inside(quiz, 'legend').textContent).to.contain('green tea');
  });

  it('sends the answers with the draw and has no key in the page', async () => {
    const fake = host();
    const quiz = await showView<RegularsQuiz>('regulars-quiz', quizView('en'), fake);
    expect(JSON.stringify(quiz.view)).not.to.contain('correct');
    await answer(quiz, 2);
    await answer(quiz, 0);
    expect(fake.signals).to.deep.equal([
      { type: 'game', campaignId: 'thank-you-quiz', act: 'draw', answers: [2, 0] },
    ]);
  });

  it('lets a quiz that was not passed be tried again from its beginning', async () => {
    const fake = host();
    const quiz = await showView<RegularsQuiz>(
      'regulars-quiz',
      quizView('en', { state: 'refused', reason: 'quiz-failed' }),
      fake,
    );
    expect(inside(quiz, '.reason').textContent).to.equal('Not enough answers were right this time.');
    inside(quiz, '.again').click();
    await quiz.updateComplete;
    expect(inside(quiz, 'legend').textContent).to.contain('green tea');
  });

  it('marks a quiz for the fun of it on the page and asks nobody', async () => {
    const fake = host();
    const quiz = await showView<RegularsQuiz>('regulars-quiz', funQuizView('en'), fake);
    await answer(quiz, 1);
    await answer(quiz, 1);
    expect(inside(quiz, '.end').textContent).to.contain('Not quite.').and.to.contain('1 of 2 is right.');
    expect(allInside(quiz, 'table')).to.have.lengthOf(0);
    expect(fake.signals).to.deep.equal([]);
  });
});

describe('quiz view', () => {
  const props = {
    questions: [
      { text: 'a', answers: ['x', 'y'], correct: 1 },
      { text: 'b', answers: ['x', 'y'] },
    ],
  };

  it('counts a question without a right answer for whatever is chosen', () => {
    expect(countRight(props, [0, 1])).to.equal(1);
    expect(isPassed(props, [1, 0])).to.equal(true);
    expect(isPassed({ ...props, pass: 1 }, [0, 0])).to.equal(true);
  });
});
