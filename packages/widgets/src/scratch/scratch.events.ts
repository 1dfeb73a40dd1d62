import type { GameRequestEvent, GameSettledEvent } from '../lib/game/game.events.ts';

/** Request, before the draw is asked for; prevented: nothing is drawn. */
export type ScratchDrawEvent = GameRequestEvent;
/** Request, before the prize is claimed; prevented: it stays unclaimed. */
export type ScratchClaimEvent = GameRequestEvent;
/** Fact: the result is in words. */
export type ScratchSettledEvent = GameSettledEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-scratch-draw': ScratchDrawEvent;
    'regulars-scratch-claim': ScratchClaimEvent;
    'regulars-scratch-settled': ScratchSettledEvent;
  }
}
