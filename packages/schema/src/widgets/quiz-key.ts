import type { Widget } from './widget.ts';

/** Right answers of a rewarded quiz, which only the server knows. */
export interface QuizKey {
  /** Index of the right answer by question. */
  readonly correct: readonly number[];
  /** Right answers that are enough. */
  readonly pass: number;
}

/** The key of a quiz that pays; `undefined`: another widget, or a quiz for the fun of it. */
export function quizKeyOf(widget: Widget): QuizKey | undefined {
  if (widget.type !== 'quiz' || widget.props.draw === undefined) return undefined;
  const { questions, pass = questions.length } = widget.props;
  // A question without a right answer counts for whatever is chosen.
  return { correct: questions.map(({ correct = -1 }) => correct), pass };
}

/** The widget as browsers may know it: a quiz that pays keeps its key. */
export function publicWidget(widget: Widget): Widget {
  if (!quizKeyOf(widget) || widget.type !== 'quiz') return widget;
  const questions = widget.props.questions.map(({ text, answers }) => ({ text, answers }));
  return { ...widget, props: { ...widget.props, questions } };
}

/** Whether enough answers are right. Pure. */
export function passesQuiz({ correct, pass }: QuizKey, answers: readonly number[]): boolean {
  const right = correct.filter((index, question) => index === -1 || answers[question] === index);
  return answers.length === correct.length && right.length >= pass;
}
