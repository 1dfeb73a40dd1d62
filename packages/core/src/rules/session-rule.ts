/** What the rule must know of a session: epoch ms. */
export interface SessionSpan {
  readonly startMs: number;
  readonly lastMs: number;
}

/** When a session ends. */
export interface SessionLimits {
  /** Without an act of the visitor (default 30 minutes). */
  readonly idleMs: number;
  /** In all (default 24 hours). */
  readonly maxMs: number;
}

/** What a rule sees of an event. */
export interface SessionAct {
  readonly t: number;
  readonly passive: boolean;
  readonly name?: string | undefined;
  readonly props?: object | undefined;
}

/** Whether an event begins a new session. */
export type SessionRule = (session: SessionSpan | null | undefined, event: SessionAct) => boolean;

export const sessionLimits: SessionLimits = { idleMs: 1_800_000, maxMs: 86_400_000 };

/**
 * Whether an event starts a new session. Passive events stay in the session they find. A clock set back by more
 * than the idle time starts anew, so that a time in the future cannot keep a session alive.
 */
export function isNewSession(
  session: SessionSpan | null | undefined,
  event: Pick<SessionAct, 't' | 'passive'>,
): boolean {
  if (!session) return true;
  if (event.passive) return false;
  return (
    Math.abs(event.t - session.lastMs) >= sessionLimits.idleMs ||
    event.t - session.startMs >= sessionLimits.maxMs
  );
}
