import type { ActionPort } from '@regulars/core';
import type { Action, ActionOutcome } from '@regulars/schema';

/** Where a page can be killed on its way from the press to the code; `null`: it lives. */
export const killPoints = [
  'draw-unsent',
  'draw-arrived',
  'draw-answered',
  'claim-unsent',
  'claim-arrived',
  'claim-answered',
] as const;
export type KillPoint = (typeof killPoints)[number];

/** A backend that keeps one prize per play key and one code per play, as the server does. */
export interface PrizeBackend {
  readonly port: ActionPort;
  readonly asked: readonly Action[];
  /** Plays that were drawn, and codes that were made. */
  readonly plays: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, string>;
  /** From now on the answer of this point never comes; `null`: everything comes. */
  hangAt(point: KillPoint | null): void;
  /** Refuses everything with a reason; `null`: nothing. */
  refuse(reason: 'offline' | 'already-played' | 'quiz-failed' | null): void;
}

const never = new Promise<never>(() => {});

/** Builds the backend. */
export function createPrizeBackend(): PrizeBackend {
  const asked: Action[] = [];
  const plays = new Map<string, number>();
  const codes = new Map<string, string>();
  let hang: KillPoint | null = null;
  let refusal: string | null = null;
  const answer = async (action: Action): Promise<unknown> => {
    asked.push(action);
    if (refusal) return { ok: false, reason: refusal };
    if (action.type === 'draw') {
      if (hang === 'draw-unsent') return never;
      plays.set(action.playKey, plays.get(action.playKey) ?? plays.size);
      if (hang === 'draw-arrived') return never;
      const result = {
        playId: action.playKey,
        prizeIndex: plays.get(action.playKey),
        label: '10 %',
        win: true,
        claimToken: `token:${action.playKey}`,
      };
      return { ok: true, now: 0, result };
    }
    if (action.type === 'claim') {
      if (hang === 'claim-unsent') return never;
      const playId = action.claimToken.slice('token:'.length);
      codes.set(playId, codes.get(playId) ?? `CODE-${codes.size + 1}`);
      if (hang === 'claim-arrived') return never;
      return { ok: true, now: 0, result: { playId, kind: 'coupon', code: codes.get(playId) } };
    }
    return { ok: true, now: 0, result: {} };
  };
  return {
    asked,
    plays,
    codes,
    hangAt: (point) => {
      hang = point;
    },
    refuse: (reason) => {
      refusal = reason;
    },
    port: {
      perform: async <A extends Action>(action: A) => (await answer(action)) as ActionOutcome<A['type']>,
    },
  };
}
