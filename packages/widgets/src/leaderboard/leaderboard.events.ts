import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read the board anew; prevented: it stays as it is. */
export type LeaderboardRefreshEvent = ReadingRequestEvent;
/** Request, before a nickname (`value`; empty: take it back) is saved; prevented: it is not. */
export type LeaderboardNicknameEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-leaderboard-refresh': LeaderboardRefreshEvent;
    'regulars-leaderboard-nickname': LeaderboardNicknameEvent;
  }
}
