import * as z from 'zod/mini';

/** What every game of chance says: the pool it draws from, its odds, its rules. */
export const gameProps = {
  /** Pool of the programme whose labels and odds are shown. */
  draw: z.string().check(z.minLength(1)),
  /** A table of the published odds stands beside the game (required for games of chance). */
  showOdds: z.literal(true),
  /** Page with the rules of the game; `{{lang}}` in it becomes the language of the campaign's texts. */
  rulesUrl: z.string().check(z.minLength(1)),
  /** A short celebration in CSS when something is won (default `true`; never with reduced motion). */
  celebrate: z.optional(z.boolean()),
};
