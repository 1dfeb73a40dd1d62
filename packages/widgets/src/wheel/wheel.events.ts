import type { GameRequestEvent, GameSettledEvent } from '../lib/game/game.events.ts';

/** Request, before the draw is asked for; prevented: nothing is drawn. */
export type WheelDrawEvent = GameRequestEvent;
/** Request, before the prize is claimed; prevented: it stays unclaimed. */
export type WheelClaimEvent = GameRequestEvent;
/** Fact: the result is in words. */
export type WheelSettledEvent = GameSettledEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-wheel-draw': WheelDrawEvent;
    'regulars-wheel-claim': WheelClaimEvent;
    'regulars-wheel-settled': WheelSettledEvent;
  }
}
