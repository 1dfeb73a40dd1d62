import type { GameRequestEvent, GameSettledEvent } from '../lib/game/game.events.ts';

/** Request, before the draw is asked for; prevented: nothing is drawn. */
export type ReelsDrawEvent = GameRequestEvent;
/** Request, before the prize is claimed; prevented: it stays unclaimed. */
export type ReelsClaimEvent = GameRequestEvent;
/** Fact: the result is in words. */
export type ReelsSettledEvent = GameSettledEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-reels-draw': ReelsDrawEvent;
    'regulars-reels-claim': ReelsClaimEvent;
    'regulars-reels-settled': ReelsSettledEvent;
  }
}
