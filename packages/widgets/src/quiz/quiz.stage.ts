import type { QuizView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { GameShow } from '../lib/game/game.view.ts';
import type { Play, Stage } from '../lib/game/stage.ts';
import { countRight, isPassed, isRewarded } from './quiz.view.ts';

export { styles } from './quiz.styles.ts';

/** The questions, one at a time. */
export const stage = (play: Play<QuizView>): Stage<QuizView> => new QuizStage(play);

class QuizStage implements Stage<QuizView> {
  readonly #play: Play<QuizView>;
  /** Question shown, from 0; their number when all are answered. */
  #at = 0;
  #chosen: readonly number[] = [];
  /** The visitor tries again after not passing. */
  #retry = false;

  constructor(play: Play<QuizView>) {
    this.#play = play;
  }

  render(show: GameShow, view: QuizView): unknown {
    const { questions } = view.props;
    if (view.prizeIndex !== undefined || view.state === 'drawing') return seal(view.prizeIndex === undefined);
    if (view.state === 'refused' && view.reason !== 'quiz-failed') return seal(true);
    const failed = view.reason === 'quiz-failed' && !this.#retry;
    if (this.#at >= questions.length || failed) return this.#end(view);
    return this.#question(show, view);
  }

  #question({ age }: GameShow, { props, texts }: QuizView): TemplateResult {
    const { text } = this.#play;
    const count = props.questions.length;
    const { text: key, answers } = props.questions[this.#at] ?? { text: '', answers: [] };
    const last = this.#at === count - 1;
    const ready = this.#chosen[this.#at] !== undefined && (!last || age === undefined || this.#play.agreed);
    return html`<form @submit=${this.#next}>
      <p class="small quiet">${text('quiz.place', { index: this.#at + 1, count })}</p>
      <progress max=${count} .value=${this.#at + 1} aria-label=${text('quiz.place', { index: this.#at + 1, count })}></progress>
      <fieldset tabindex="-1"><legend>${texts[key] ?? key}</legend>${answers.map(
        (answer, index) =>
          html`<label class="answer"><input type="radio" name="answer" .checked=${this.#chosen[this.#at] === index} @change=${() => this.#choose(index)} /><span>${texts[answer] ?? answer}</span></label>`,
      )}</fieldset>
      <button type="submit" class="strong" aria-disabled=${String(!ready)}>${text(last ? 'quiz.finish' : 'quiz.next')}</button>
    </form>`;
  }

  #end({ props, reason }: QuizView): TemplateResult {
    const { text } = this.#play;
    const passed = reason === undefined && !isRewarded(props) && isPassed(props, this.#chosen);
    const score = isRewarded(props)
      ? nothing
      : text('quiz.score', { count: countRight(props, this.#chosen), of: props.questions.length });
    return html`<div class="end">${seal(!passed)}
      <p role="status"><strong>${isRewarded(props) ? '' : text(passed ? 'quiz.passed' : 'quiz.failed')}</strong> ${score}</p>
      ${passed ? nothing : html`<button type="button" class="again" @click=${this.#again}>${text('quiz.again')}</button>`}</div>`;
  }

  #choose(index: number): void {
    const chosen = [...this.#chosen];
    chosen[this.#at] = index;
    this.#chosen = chosen;
    this.#play.element.requestUpdate();
  }

  readonly #next = (event: SubmitEvent): void => {
    event.preventDefault();
    const { element } = this.#play;
    const view = element.shownView;
    if (!view || this.#chosen[this.#at] === undefined) return;
    const { props } = view;
    const last = this.#at === props.questions.length - 1;
    if (last && isRewarded(props)) {
      this.#retry = false;
      this.#play.act('draw', this.#chosen);
    } else {
      this.#at += 1;
      element.requestUpdate();
      // The next question is read from its beginning.
      void element.updateComplete.then(() =>
        element.renderRoot.querySelector<HTMLElement>('fieldset')?.focus(),
      );
    }
  };

  readonly #again = (): void => {
    this.#at = 0;
    this.#chosen = [];
    this.#retry = true;
    this.#play.element.requestUpdate();
  };
}

/** A question mark while something is open, else a tick. */
const seal = (open: boolean): TemplateResult =>
  html`<svg class="seal" viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="30" /><path d=${open ? 'M25 25a7.5 7.5 0 1 1 10.5 7c-2.5 1.1-3.5 2.6-3.5 5.5M32 46v.5' : 'm20 33 8.5 8.5L45 24'} /></svg>`;
