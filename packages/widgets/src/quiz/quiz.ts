import type { QuizView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { buttons } from '../lib/button.styles.ts';
import { card } from '../lib/card.styles.ts';
import { game } from '../lib/game/game.styles.ts';
import type { GameShow } from '../lib/game/game.view.ts';
import { GameElement } from '../lib/game/game-element.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { styles } from './quiz.styles.ts';
import { countRight, isPassed, isRewarded } from './quiz.view.ts';

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
  static override properties: PropertyDeclarations = {
    at: { state: true, attribute: false },
    chosen: { state: true, attribute: false },
    retry: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, buttons, card, game, styles];

  /** Question shown, from 0; their number when all are answered. */
  declare private at: number;
  declare private chosen: readonly number[];
  /** The visitor tries again after not passing. */
  declare private retry: boolean;
  protected override readonly titleKey = 'quiz.quiz';

  constructor() {
    super();
    this.at = 0;
    this.chosen = [];
    this.retry = false;
  }

  /** Registers `<regulars-quiz>`. */
  static define(): void {
    defineElement('regulars-quiz', RegularsQuiz);
  }

  protected override stage(show: GameShow, view: QuizView): unknown {
    const { questions } = view.props;
    if (view.prizeIndex !== undefined || view.state === 'drawing') return this.#seal();
    if (view.state === 'refused' && view.reason !== 'quiz-failed') return this.#seal();
    const failed = view.reason === 'quiz-failed' && !this.retry;
    if (this.at >= questions.length || failed) return this.#end(view);
    return this.#question(show, view);
  }

  #question({ age }: GameShow, { props, texts }: QuizView): TemplateResult {
    const { text } = this.safeHost;
    const count = props.questions.length;
    const { text: key, answers } = props.questions[this.at] ?? { text: '', answers: [] };
    const last = this.at === count - 1;
    const ready = this.chosen[this.at] !== undefined && (!last || age === undefined || this.agreed);
    return html`<form @submit=${this.#next}>
      <p class="small quiet">${text('quiz.place', { index: this.at + 1, count })}</p>
      <progress max=${count} .value=${this.at} aria-label=${text('quiz.place', { index: this.at + 1, count })}></progress>
      <fieldset tabindex="-1"><legend>${texts[key] ?? key}</legend>${answers.map(
        (answer, index) =>
          html`<label class="answer"><input type="radio" name="answer" .checked=${this.chosen[this.at] === index} @change=${() => this.#choose(index)} /><span>${texts[answer] ?? answer}</span></label>`,
      )}</fieldset>
      <button type="submit" class="strong" aria-disabled=${String(!ready)}>${text(last ? 'quiz.finish' : 'quiz.next')}</button>
    </form>`;
  }

  #end({ props, reason }: QuizView): TemplateResult {
    const { text } = this.safeHost;
    const passed = reason === undefined && !isRewarded(props) && isPassed(props, this.chosen);
    const score = isRewarded(props)
      ? nothing
      : text('quiz.score', { count: countRight(props, this.chosen), of: props.questions.length });
    return html`<div class="end">${this.#seal()}
      <p role="status"><strong>${isRewarded(props) ? '' : text(passed ? 'quiz.passed' : 'quiz.failed')}</strong> ${score}</p>
      ${passed ? nothing : html`<button type="button" class="again" @click=${this.#again}>${text('quiz.again')}</button>`}</div>`;
  }

  #seal(): TemplateResult {
    return html`<svg class="seal" viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="30" /><path d="M25 25a7.5 7.5 0 1 1 10.5 7c-2.5 1.1-3.5 2.6-3.5 5.5M32 46v.5" /></svg>`;
  }

  #choose(index: number): void {
    const chosen = [...this.chosen];
    chosen[this.at] = index;
    this.chosen = chosen;
  }

  readonly #next = (event: SubmitEvent): void => {
    event.preventDefault();
    const view = this.shownView;
    if (!view || this.chosen[this.at] === undefined) return;
    const { props } = view;
    const last = this.at === props.questions.length - 1;
    if (last && isRewarded(props)) {
      this.retry = false;
      this.act('draw', this.chosen);
    } else {
      this.at += 1;
      // The next question is read from its beginning.
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('fieldset')?.focus());
    }
  };

  readonly #again = (): void => {
    this.at = 0;
    this.chosen = [];
    this.retry = true;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-quiz': RegularsQuiz;
  }
}
