import type { GameRequestEvent, GameSettledEvent } from '../lib/game/game.events.ts';

/** Request, before the draw is asked for; prevented: nothing is drawn. */
export type BoxDrawEvent = GameRequestEvent;
/** Request, before the prize is claimed; prevented: it stays unclaimed. */
export type BoxClaimEvent = GameRequestEvent;
/** Fact: the result is in words. */
export type BoxSettledEvent = GameSettledEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-box-draw': BoxDrawEvent;
    'regulars-box-claim': BoxClaimEvent;
    'regulars-box-settled': BoxSettledEvent;
  }
}
