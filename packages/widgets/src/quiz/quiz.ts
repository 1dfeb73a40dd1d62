import type { QuizView } from '@regulars/core';
import { defineElement } from '../define.ts';
import { GameElement, type GameParts } from '../lib/game/game-element.ts';

/**
 * A quiz, one question at a time. When it pays, the right answers are on the server alone and the answers go with the
 * draw; one for the fun of it is marked on the page.
 *
 * @element regulars-quiz
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-quiz-draw - Request, before the answers are sent; cancelable.
 * @fires regulars-quiz-settled - The result is in words.
 * @fires regulars-quiz-claim - Request, before the prize is claimed; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart stage - Box of the question.
 * @csspart button - The button that claims.
 * @csspart result - The result in words.
 * @csspart code - The code.
 * @csspart odds - Table of the odds.
 */
export class RegularsQuiz extends GameElement<QuizView> {
  protected override readonly titleKey = 'quiz.quiz';

  /** Registers `<regulars-quiz>`. */
  static define(): void {
    defineElement('regulars-quiz', RegularsQuiz);
  }

  protected override parts(): Promise<GameParts<QuizView>> {
    return Promise.all([import('../lib/game/game-play.ts'), import('./quiz.stage.ts')]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-quiz': RegularsQuiz;
  }
}
