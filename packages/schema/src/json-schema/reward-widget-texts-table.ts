import { type KeyText, text } from './key-text.ts';

/** Texts of the props of reward elements, by the end of a key's path. */
export const rewardWidgetTexts: Readonly<Record<string, KeyText>> = {
  'props.celebrate': text('Celebrate', 'A short celebration when something is won.', false, true),
  'props.boxes': text('Boxes', 'Boxes to choose from. The draw decides, whichever is opened.', 3, 3),
  'props.earnedOnly': text('Earned only', 'Leave out badges that are not earned yet.', true, false),
  'props.id': text('Which one', 'Id in the programme; the first one when left out.', 'daily-visit'),
  'props.rows': text('Places', 'Places shown at most.', 10, 10),
  'props.landingUrl': text(
    'Landing page',
    'Page that a friend lands on; the code is added to it.',
    '/welcome',
  ),
  'props.goal': text('Threshold', 'Which threshold of the shop; all of them when left out.', 'free-shipping'),
  'props.questions': text('Questions', 'Questions of the quiz, in their order.', [
    { text: 'q1', answers: ['a1', 'a2'], correct: 0 },
  ]),
  'questions.text': text('Question', 'Key of the question in the content.', 'q1'),
  'questions.answers': text('Answers', 'Keys of the answers in the content.', ['a1', 'a2']),
  'questions.correct': text('Right answer', 'Index of the right answer, from 0; it stays on the server.', 0),
  'props.pass': text('Enough', 'Right answers that are enough to pass; all of them when left out.', 2),
};
