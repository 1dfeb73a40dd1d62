import type { Action, ActionOutcome, ActionResults } from '@regulars/schema';

/** Outcome by action type, or a function that makes one; `undefined` falls back to the default. */
export type ActionScript =
  | { readonly [T in Action['type']]?: ActionOutcome<T> }
  | ((action: Action) => ActionOutcome | undefined);

/** The script's outcome of an action, else a winning one. Pure. */
export function scriptedOutcome(
  action: Action,
  script: ActionScript | undefined,
  now: number,
): ActionOutcome {
  const own = typeof script === 'function' ? script(action) : script?.[action.type];
  return own ?? { ok: true, result: defaultResult(action, now), visitorToken: 'mock-visitor-token', now };
}

function defaultResult(action: Action, now: number): ActionResults[Action['type']] {
  switch (action.type) {
    case 'draw':
      return {
        playId: `play-${action.playKey}`,
        prizeIndex: 0,
        label: 'Prize',
        win: true,
        claimToken: action.playKey,
      };
    case 'claim':
      return { playId: `play-${action.claimToken}`, kind: 'coupon', code: 'MOCK-CODE' };
    case 'read':
      return defaultRead(action.what);
    case 'redeem':
      return { playId: `award-${action.redeemKey}`, label: 'Offer', points: 0, claimToken: action.redeemKey };
    case 'save':
      return { saved: true };
    case 'visitor-ref':
      return { visitorRef: 'mock-visitor-ref' };
    case 'facts':
      return { attributes: {}, shown: {} };
    case 'tool':
      return { tools: ['debug', 'preview', 'pick'], expiresAt: now + 900_000 };
    case 'forget':
      return { erased: true };
  }
}

function defaultRead(what: Extract<Action, { type: 'read' }>['what']): ActionResults['read'] {
  switch (what) {
    case 'wallet':
      return { wallet: { points: 0, pending: 0, entries: [] } };
    case 'tier':
    case 'leaderboard':
    case 'referral':
      return {};
    default:
      return { [what]: [] };
  }
}
