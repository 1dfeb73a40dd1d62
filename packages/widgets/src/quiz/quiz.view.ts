import type { QuizView } from '@regulars/core';

type Props = QuizView['props'];

/** Right answers of a quiz whose key is on the page: one for the fun of it. */
export function countRight({ questions }: Props, answers: readonly number[]): number {
  return questions.filter(({ correct }, index) => correct === undefined || answers[index] === correct).length;
}

/** Whether these answers are enough. */
export function isPassed(props: Props, answers: readonly number[]): boolean {
  return countRight(props, answers) >= (props.pass ?? props.questions.length);
}

/** Whether the server is asked: the quiz pays. */
export function isRewarded({ draw }: Props): boolean {
  return draw !== undefined;
}
