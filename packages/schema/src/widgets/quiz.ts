import * as z from 'zod/mini';

const key = z.string().check(z.minLength(1), z.maxLength(100));

const question = z.strictObject({
  /** Key into the campaign's content. */
  text: key,
  /** Keys of the answers, in the order in which they stand. */
  answers: z.array(key).check(z.minLength(2), z.maxLength(8)),
  /** Index of the right answer, from 0. It stays on the server when the quiz is rewarded. */
  correct: z.optional(z.int().check(z.gte(0))),
});

export const quizWidget = z.strictObject({
  type: z.literal('quiz'),
  props: z.strictObject({
    questions: z.array(question).check(z.minLength(1), z.maxLength(20)),
    /** Right answers that are enough (default: all). */
    pass: z.optional(z.int().check(z.gte(1))),
    /** Pool of the programme that pays who passes; none: the quiz is for the fun of it. */
    draw: z.optional(z.string().check(z.minLength(1))),
    /** A table of the published odds stands beside the game (required with `draw`). */
    showOdds: z.optional(z.literal(true)),
    /** Page with the rules (required with `draw`). */
    rulesUrl: z.optional(z.string().check(z.minLength(1))),
    /** A short celebration in CSS when something is won (default `true`; never with reduced motion). */
    celebrate: z.optional(z.boolean()),
  }),
});

export type QuizWidget = z.output<typeof quizWidget>;
