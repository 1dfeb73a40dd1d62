import type { GameRequestEvent, GameSettledEvent } from '../lib/game/game.events.ts';

/** Request, before the draw is asked for; prevented: nothing is drawn. */
export type QuizDrawEvent = GameRequestEvent;
/** Request, before the prize is claimed; prevented: it stays unclaimed. */
export type QuizClaimEvent = GameRequestEvent;
/** Fact: the result is in words. */
export type QuizSettledEvent = GameSettledEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-quiz-draw': QuizDrawEvent;
    'regulars-quiz-claim': QuizClaimEvent;
    'regulars-quiz-settled': QuizSettledEvent;
  }
}
